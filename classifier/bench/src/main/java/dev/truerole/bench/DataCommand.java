package dev.truerole.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusFiles;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.Folds;
import dev.truerole.classifier.train.Label;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.JobPosting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes what all contestants share: postings to learn from and to test on, parted as {@link Folds}
 * parts them, and postings to time, each as JSONL and as tokens. Nobody's time counts this.
 */
@Command(name = "data", description = "Writes the data that all contestants share.")
final class DataCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--data", arity = "1..*", required = true, description = "Postings.")
  private List<Path> data = List.of();

  @Option(names = "--labels", arity = "1..*", description = "Labels by id.")
  private List<Path> labels = List.of();

  @Option(names = "--lessons", arity = "1..*", description = "Labels to learn from alone.")
  private List<Path> lessons = List.of();

  @Option(names = "--exclude", arity = "1..*", description = "Ids to leave out.")
  private List<Path> excluded = List.of();

  @Option(names = "--held-out", required = true, description = "The ids to test on.")
  private @Nullable Path heldOut;

  @Option(names = "--output", required = true, description = "A folder.")
  private Path output = Path.of("");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(output);
    CorpusFiles files = new CorpusFiles(data, labels, lessons, excluded);
    Corpus corpus = Corpus.load(files, false, ReadOptions.defaults());
    Set<String> tested = ids();
    Folds.Parted parted =
        Folds.apart(corpus.postings(), posting -> tested.contains(posting.posting().id().text()));
    List<CorpusPosting> learned =
        parted.learned().stream().filter(posting -> posting.lesson() != null).toList();
    write("train", learned, CorpusPosting::lesson);
    write("test", parted.tested(), CorpusPosting::label);
    timed();
    System.out.printf("%d to learn from, %d to test on%n", learned.size(), parted.tested().size());
    return 0;
  }

  private Set<String> ids() throws IOException {
    Set<String> ids = new HashSet<>();
    if (heldOut != null) {
      for (String line : JsonLines.read(heldOut)) {
        ids.add(JSON.readTree(line).path("id").asText());
      }
    }
    return ids;
  }

  private void write(
      String name, List<CorpusPosting> postings, Function<CorpusPosting, @Nullable Label> labelOf)
      throws IOException {
    try (BufferedWriter tokens = writer(name + ".txt");
        BufferedWriter rows = writer(name + ".jsonl")) {
      for (CorpusPosting posting : postings) {
        Label label = labelOf.apply(posting);
        String role = label == null ? "" : label.role().id();
        tokens.write(LabelledLines.labelled(role, tokens(posting.posting())) + "\n");
        rows.write(row(posting.posting()).put("role", role) + "\n");
      }
    }
  }

  /** Every posting at hand, labelled or not: as it stands in its file, and as tokens. */
  private void timed() throws IOException {
    try (BufferedWriter tokens = writer("all.txt");
        BufferedWriter rows = writer("all.jsonl")) {
      for (Path file : data) {
        for (String line : JsonLines.read(file)) {
          JobPosting posting = BenchPostings.read(line.getBytes(StandardCharsets.UTF_8)).get(0);
          tokens.write(LabelledLines.plain(tokens(posting)) + "\n");
          rows.write(line + "\n");
        }
      }
    }
  }

  private static ObjectNode row(JobPosting posting) {
    return JSON.createObjectNode()
        .put("id", posting.id().text())
        .put("description", posting.body().text());
  }

  private static List<String> tokens(JobPosting posting) {
    List<String> normal = new ArrayList<>();
    for (Token token : new Tokenizer().tokenize(posting.body().text())) {
      normal.add(token.normal());
    }
    return normal;
  }

  /** Half an emoji, which tokens may be, is written as a question mark rather than refused. */
  private BufferedWriter writer(String name) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(output.resolve(name)), StandardCharsets.UTF_8));
  }
}
