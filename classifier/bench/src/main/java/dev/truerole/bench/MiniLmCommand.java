package dev.truerole.bench;

import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.truerole.scraper.posting.JobPosting;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Sentence vectors of all-MiniLM-L6-v2 by ONNX Runtime, as LangChain4j computes them (a long text
 * is cut at 510 pieces and the parts' vectors are averaged), with a linear classifier on top.
 */
@Command(name = "minilm", description = "MiniLM vectors by ONNX Runtime, a linear head on top.")
final class MiniLmCommand {

  private MiniLmCommand() {}

  @Command(description = "Writes each posting's vector: big-endian floats, one after the other.")
  int embed(
      @Parameters(paramLabel = "POSTINGS") Path postings,
      @Parameters(paramLabel = "VECTORS") Path vectors)
      throws IOException {
    AllMiniLmL6V2EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel();
    try (DataOutputStream out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(vectors)))) {
      for (JobPosting posting : read(postings)) {
        for (float value : vector(model, posting)) {
          out.writeFloat(value);
        }
      }
    }
    return 0;
  }

  @Command(description = "Writes one role a posting.")
  int predict(
      @Parameters(paramLabel = "HEAD") Path head,
      @Parameters(paramLabel = "POSTINGS") Path postings,
      @Parameters(paramLabel = "ROLES") Path roles)
      throws IOException {
    AllMiniLmL6V2EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel();
    LinearHead linear = LinearHead.load(head);
    try (BufferedWriter out = Files.newBufferedWriter(roles, StandardCharsets.UTF_8)) {
      for (JobPosting posting : read(postings)) {
        out.write(linear.role(vector(model, posting)));
        out.newLine();
      }
    }
    return 0;
  }

  private static float[] vector(AllMiniLmL6V2EmbeddingModel model, JobPosting posting) {
    return model.embed(posting.body().text()).content().vector();
  }

  private static List<JobPosting> read(Path postings) throws IOException {
    return BenchPostings.read(Files.readAllBytes(postings));
  }
}
