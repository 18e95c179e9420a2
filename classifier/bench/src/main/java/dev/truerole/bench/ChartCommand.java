package dev.truerole.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The trade-off as a picture: how often right against how many a second. */
@Command(name = "chart", description = "Draws macro-F1 against postings a second.")
final class ChartCommand implements Callable<Integer> {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 480;
  private static final int MARKER = 12;
  private static final Color OURS = new Color(0x1F6FB2);
  private static final Color OTHERS = new Color(0x8A8A8A);

  @Parameters(index = "0", paramLabel = "RESULTS", description = "results.json of compare.py.")
  private Path results = Path.of("");

  @Parameters(index = "1", paramLabel = "PICTURE", description = "Where the PNG goes.")
  private Path picture = Path.of("");

  @Override
  public Integer call() throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("postings a second, steady state (log scale)")
            .yAxisTitle("macro-F1 on postings held out")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    for (JsonNode contestant : new ObjectMapper().readTree(results.toFile()).path("contestants")) {
      add(chart, contestant);
    }
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", picture.toFile());
    return 0;
  }

  private static void add(XYChart chart, JsonNode contestant) {
    double rate = contestant.path("rate").path("median").asDouble();
    double f1 = contestant.path("macroF1").asDouble();
    if (rate <= 0) {
      return;
    }
    String name = contestant.path("name").asText();
    XYSeries point = chart.addSeries(name, List.of(rate), List.of(f1));
    point.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    point.setMarker(SeriesMarkers.CIRCLE);
    point.setMarkerColor(name.startsWith("TrueRole") ? OURS : OTHERS);
    chart.getStyler().setMarkerSize(MARKER);
    chart.addAnnotation(new AnnotationText(name, rate, f1 + 0.04, false));
  }
}
