package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** One JSON object a request: when, which way in, how it ended. No query, no body, no text. */
final class AccessLog {

  private static final int MAX_PATH_CHARS = 200;

  private final Consumer<String> lines;
  private final Clock clock;

  AccessLog(Consumer<String> lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  void request(Context context, double seconds) {
    ObjectNode line = Json.object();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("method", context.req().getMethod());
    String path = context.path();
    line.put("path", path.substring(0, Math.min(MAX_PATH_CHARS, path.length())));
    line.put("status", context.statusCode());
    line.put("milliseconds", Math.round(seconds * 10_000) / 10.0);
    line.put("bytesIn", context.req().getContentLengthLong());
    line.put("from", context.req().getRemoteAddr());
    lines.accept(Json.text(line));
  }
}
