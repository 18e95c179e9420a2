package dev.truerole.app.cli;

import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which postings and labels a command trains or measures on. */
final class CorpusMixin {

  private static final int PROBLEMS_SHOWN = 5;

  @Option(
      names = "--data",
      arity = "1..*",
      required = true,
      paramLabel = "FILE",
      description = {
        "Files or folders of postings (JSONL, CSV). Labels may stand in their rows:",
        "role, or scope (in|out) and ds_share (0-100); also confidence (1-3), company, source."
      })
  private List<Path> data = List.of();

  @Option(
      names = "--labels",
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSONL files of labels by posting id; they win over labels in the rows.")
  private List<Path> labels = List.of();

  @Option(
      names = "--lessons",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "JSONL files of labels that training learns from and nothing is measured by; in training",
        "they win over the others."
      })
  private List<Path> lessons = List.of();

  @Option(
      names = "--exclude",
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSONL files of ids to leave out entirely, such as a held-out set.")
  private List<Path> excluded = List.of();

  @Mixin private final ReadMixin read = new ReadMixin();

  /**
   * Reads the corpus and reports rows that cannot be used.
   *
   * @param unlabelledToo whether postings without a label are wanted
   * @throws UsageException if a file is missing or nothing is labelled
   */
  Corpus load(Console console, boolean unlabelledToo) {
    Corpus corpus = loadAny(console, unlabelledToo);
    if (corpus.taught().isEmpty()) {
      throw new UsageException(
          "none of "
              + corpus.postings().size()
              + " postings has a label; give --labels FILE, or rows with role, or scope and ds_share");
    }
    return corpus;
  }

  /**
   * The same, labelled or not.
   *
   * @throws UsageException if a file is missing
   */
  Corpus loadAny(Console console, boolean unlabelledToo) {
    CorpusFiles files = new CorpusFiles(data, labels, lessons, excluded);
    files.all().stream()
        .filter(path -> !Files.exists(path))
        .findFirst()
        .ifPresent(
            path -> {
              throw new UsageException("there is no file or folder " + path);
            });
    Corpus corpus = Corpus.load(files, unlabelledToo, read.options());
    report(corpus, console);
    return corpus;
  }

  /**
   * The number of folds asked for, 0 for none.
   *
   * @throws UsageException if nothing can be split so
   */
  static int folds(int asked) {
    if (asked < 0 || asked == 1) {
      throw new UsageException("--folds must be at least 2, not " + asked);
    }
    return asked;
  }

  private static void report(Corpus corpus, Console console) {
    console
        .err()
        .printf("%d postings, %d labelled%n", corpus.postings().size(), corpus.taught().size());
    corpus.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> console.err().println("  left out: " + problem));
    if (corpus.problems().size() > PROBLEMS_SHOWN) {
      console
          .err()
          .printf("  and %d rows more left out%n", corpus.problems().size() - PROBLEMS_SHOWN);
    }
  }

  /** The files read, for a model's card. */
  List<Path> files() {
    return new CorpusFiles(data, labels, lessons, excluded).all();
  }
}
