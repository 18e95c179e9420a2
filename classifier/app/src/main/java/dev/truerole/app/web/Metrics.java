package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.model.Role;
import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntSupplier;

/** What a server counts, as Prometheus reads it. Labels are routes and roles, never texts. */
final class Metrics {

  private static final double[] SECONDS = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60
  };
  private static final double[] SIZES = {1, 2, 4, 8, 16, 32};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests =
      Histogram.builder()
          .name("truerole_http_request_seconds")
          .help("Time from request to answer")
          .labelNames("method", "route", "status")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter postings =
      Counter.builder()
          .name("truerole_postings_total")
          .help("Postings answered, by role; none where a warning says why")
          .labelNames("role")
          .register(registry);
  private final Counter fetches =
      Counter.builder()
          .name("truerole_fetches_total")
          .help("Addresses fetched, by outcome")
          .labelNames("outcome")
          .register(registry);
  private final Counter rejected =
      Counter.builder()
          .name("truerole_rejected_total")
          .help("Postings refused because too many waited")
          .register(registry);
  private final Histogram together =
      Histogram.builder()
          .name("truerole_micro_batch_postings")
          .help("Postings that went through the model together")
          .classicOnly()
          .classicUpperBounds(SIZES)
          .register(registry);

  Metrics() {
    watch(
        "truerole_heap_used_bytes",
        "Java heap in use",
        () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
  }

  /** A number read when asked for. */
  private interface Reading {
    double now();
  }

  private void watch(String name, String help, Reading reading) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(reading.now()))
        .register(registry);
  }

  void watchQueue(IntSupplier size) {
    watch("truerole_queue_postings", "Postings that wait for the model", size::getAsInt);
  }

  void watchBatches(IntSupplier open) {
    watch("truerole_batches_open", "Batches queued or running", open::getAsInt);
  }

  void request(String method, String route, int status, double seconds) {
    requests.labelValues(method, route, String.valueOf(status)).observe(seconds);
  }

  void answered(PostingAnalysis answer) {
    postings.labelValues(answer.role().map(Role::id).orElse("none")).inc();
  }

  void fetched(String outcome) {
    fetches.labelValues(outcome).inc();
  }

  void rejected() {
    rejected.inc();
  }

  void batch(int size) {
    together.observe(size);
  }

  /** All of it in Prometheus' text format. */
  void send(Context context) throws IOException {
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, registry.scrape());
    context.contentType(writer.getContentType()).result(out.toByteArray());
  }
}
