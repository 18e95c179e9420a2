package dev.truerole.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.util.FilterObjectStream;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.PlainTextByLineStream;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** OpenNLP's document categoriser (maximum entropy) on words and pairs of words. */
@Command(name = "opennlp", description = "OpenNLP's document categoriser.")
final class OpenNlpCommand {

  private static final int ITERATIONS = 100;
  private static final int CUTOFF = 5;

  private OpenNlpCommand() {}

  @Command(description = "Learns from labelled lines of tokens.")
  int train(@Parameters(paramLabel = "LINES") Path lines, @Parameters(paramLabel = "MODEL") Path to)
      throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    FeatureGenerator[] features = {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator()};
    try (ObjectStream<DocumentSample> samples = samples(lines)) {
      DocumentCategorizerME.train("en", samples, parameters, new DoccatFactory(features))
          .serialize(to);
    }
    return 0;
  }

  private static ObjectStream<DocumentSample> samples(Path lines) throws IOException {
    ObjectStream<String> stream =
        new PlainTextByLineStream(() -> Files.newInputStream(lines), StandardCharsets.UTF_8);
    return new FilterObjectStream<String, DocumentSample>(stream) {
      @Override
      public @Nullable DocumentSample read() throws IOException {
        String line = samples.read();
        return line == null
            ? null
            : new DocumentSample(LabelledLines.label(line), LabelledLines.tokens(line));
      }
    };
  }

  @Command(description = "Writes one role a line of tokens.")
  int predict(
      @Parameters(paramLabel = "MODEL") Path model,
      @Parameters(paramLabel = "LINES") Path lines,
      @Parameters(paramLabel = "ROLES") Path roles)
      throws IOException {
    DocumentCategorizerME categorizer = new DocumentCategorizerME(new DoccatModel(model));
    try (BufferedReader in = Files.newBufferedReader(lines, StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(roles, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        double[] outcome = categorizer.categorize(LabelledLines.tokens(line));
        out.write(categorizer.getBestCategory(outcome));
        out.newLine();
      }
    }
    return 0;
  }
}
