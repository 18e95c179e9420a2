package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What those who run the server ask: does it live, does it take requests, what does it count. */
final class ServiceRoutes {

  private final Metrics metrics;
  private final BooleanSupplier ready;

  ServiceRoutes(Metrics metrics, BooleanSupplier ready) {
    this.metrics = metrics;
    this.ready = ready;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health", context -> status(context, "ok")),
        Route.get("/ready", this::ready),
        Route.get("/metrics", metrics::send));
  }

  private void ready(Context context) {
    if (!ready.getAsBoolean()) {
      throw Problem.busy("The server is stopping.");
    }
    status(context, "ready");
  }

  private static void status(Context context, String word) {
    ObjectNode json = Json.object();
    json.put("status", word);
    Json.send(context, json);
  }
}
