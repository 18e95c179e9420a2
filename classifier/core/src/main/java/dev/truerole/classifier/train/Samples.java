package dev.truerole.classifier.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Short postings written for this project, whose predictions every model card records. */
final class Samples {

  private static final String FILE = "samples.txt";

  private Samples() {}

  static List<String> texts() throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("no " + FILE + " on the class path");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=====$")).map(String::strip).toList();
    }
  }
}
