package dev.truerole.classifier.report;

import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluation.ReliabilityBin;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Figures as pictures (PNG). */
final class Charts {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 520;
  private static final Color ACCENT = new Color(0x1F6FB2);
  private static final Color PALE = new Color(0xF4F8FB);
  private static final Color FAINT = new Color(0xBBBBBB);

  private Charts() {}

  /**
   * How often answers of a probability are right: on the diagonal if the probability means what it
   * says.
   *
   * @throws IOException if the file cannot be written
   */
  static void reliability(Evaluation figures, Path file) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Reliability")
            .xAxisTitle("probability given to the answer")
            .yAxisTitle("share of right answers")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    XYSeries ideal = chart.addSeries("ideal", List.of(0, 1), List.of(0, 1));
    ideal.setMarker(SeriesMarkers.NONE);
    ideal.setLineColor(FAINT);
    List<ReliabilityBin> bins = figures.reliability();
    XYSeries model =
        chart.addSeries(
            "model",
            bins.stream().map(ReliabilityBin::probability).toList(),
            bins.stream().map(ReliabilityBin::accuracy).toList());
    model.setMarker(SeriesMarkers.CIRCLE);
    model.setMarkerColor(ACCENT);
    model.setLineColor(ACCENT);
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
  }

  /**
   * Labels against answers, with counts.
   *
   * @throws IOException if the file cannot be written
   */
  static void confusion(Evaluation figures, Path file) throws IOException {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Confusion (counts)")
            .xAxisTitle("answer")
            .yAxisTitle("label")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setRangeColors(new Color[] {PALE, ACCENT});
    chart.getStyler().setShowValue(true);
    chart.getStyler().setLegendVisible(false);
    List<String> roles = Arrays.stream(Role.values()).map(Role::label).toList();
    List<String> upwards = new ArrayList<>(roles);
    Collections.reverse(upwards);
    List<Number[]> cells = new ArrayList<>();
    for (Role label : Role.values()) {
      for (Role answer : Role.values()) {
        cells.add(
            new Number[] {
              roles.indexOf(answer.label()),
              upwards.indexOf(label.label()),
              figures.confusion().get(label.column()).get(answer.column())
            });
      }
    }
    chart.addSeries("counts", roles, upwards, cells);
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
  }
}
