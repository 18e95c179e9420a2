package dev.truerole.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
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
  private static final double NAME_DISTANCE = 0.015;
  private static final double NEAR_DECADES = 0.9;

  /** Room at the sides, for names. */
  private static final double MARGIN = 4;

  private static final Color OURS = new Color(0x1F6FB2);
  private static final Color OTHERS = new Color(0x8A8A8A);

  @Parameters(index = "0", paramLabel = "RESULTS", description = "results.json of compare.py.")
  private Path results = Path.of("");

  @Parameters(index = "1", paramLabel = "PICTURE", description = "Where the PNG goes.")
  private Path picture = Path.of("");

  /** A contestant's place in the picture. */
  private record Place(String name, double rate, double f1) {

    private static Optional<Place> of(JsonNode contestant) {
      double rate = contestant.path("rate").path("median").asDouble();
      return rate <= 0
          ? Optional.empty()
          : Optional.of(
              new Place(
                  contestant.path("name").asText(), rate, contestant.path("macroF1").asDouble()));
    }

    /** Whether two names would run into each other. */
    private boolean isNear(Place other) {
      return Math.abs(Math.log10(rate / other.rate)) < NEAR_DECADES
          && Math.abs(f1 - other.f1) < 2 * NAME_DISTANCE;
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Place> places = new ArrayList<>();
    for (JsonNode contestant : new ObjectMapper().readTree(results.toFile()).path("contestants")) {
      Place.of(contestant).ifPresent(places::add);
    }
    ImageIO.write(BitmapEncoder.getBufferedImage(chart(places)), "png", picture.toFile());
    return 0;
  }

  private static XYChart chart(List<Place> places) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("postings a second, steady state (log scale)")
            .yAxisTitle("macro-F1 on postings held out")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setMarkerSize(MARKER);
    DoubleSummaryStatistics rates = places.stream().mapToDouble(Place::rate).summaryStatistics();
    DoubleSummaryStatistics f1s = places.stream().mapToDouble(Place::f1).summaryStatistics();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisMin(rates.getMin() / MARGIN).setXAxisMax(MARGIN * rates.getMax());
    chart.getStyler().setYAxisMin(Math.max(0, Math.floor(10 * f1s.getMin() - 1) / 10));
    chart.getStyler().setYAxisMax(Math.min(1, Math.ceil(10 * f1s.getMax() + 0.5) / 10));
    for (int i = 0; i < places.size(); i++) {
      boolean above = places.subList(0, i).stream().noneMatch(places.get(i)::isNear);
      add(chart, places.get(i), above ? NAME_DISTANCE : -NAME_DISTANCE);
    }
    return chart;
  }

  private static void add(XYChart chart, Place place, double nameDistance) {
    XYSeries point = chart.addSeries(place.name(), List.of(place.rate()), List.of(place.f1()));
    point.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    point.setMarker(SeriesMarkers.CIRCLE);
    point.setMarkerColor(place.name().startsWith("TrueRole") ? OURS : OTHERS);
    chart.addAnnotation(
        new AnnotationText(place.name(), place.rate(), place.f1() + nameDistance, false));
  }
}
