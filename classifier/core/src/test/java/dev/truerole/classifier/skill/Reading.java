package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads test postings with the sample taxonomy. */
final class Reading {

  static final Segmenter SEGMENTER = Segmenter.load();
  static final SkillExtractor EXTRACTOR = new SkillExtractor(sample());

  private Reading() {}

  static SkillTaxonomy sample() {
    try {
      return SkillTaxonomy.load(
          Path.of(Objects.requireNonNull(Reading.class.getResource("taxonomy")).toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<RequiredSkill> skills(String text) {
    return EXTRACTOR.extract(text, segments(text));
  }

  static List<Segment> segments(String text) {
    return SEGMENTER.segment(PostingBody.ofPlainText(text));
  }

  /** The answer in words, such as {@code Python required 5, Go preferred}. */
  static String inWords(String text) {
    String words =
        skills(text).stream()
            .map(
                found ->
                    found.skill().name()
                        + " "
                        + found.level().id()
                        + (found.years() == null ? "" : " " + found.years()))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing" : words;
  }

  /** The answer without levels, such as {@code Python, Go}. */
  static String names(String text) {
    String names =
        skills(text).stream().map(found -> found.skill().name()).collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing" : names;
  }
}
