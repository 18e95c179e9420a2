package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problems as {@code application/problem+json}; nothing of a stack trace leaves. */
final class Problems {

  static final String TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "1";

  private Problems() {}

  static void register(RoutesConfig routes) {
    routes.exception(
        Exception.class,
        (failure, context) -> {
          Bodies.discard(context);
          write(context, of(failure));
        });
    routes.error(Problem.NOT_FOUND, Problems::fill);
    routes.error(405, Problems::fill);
  }

  /** Answers that the framework gives without a body of ours. */
  private static void fill(Context context) {
    String type = context.res().getContentType();
    if (type == null || !(type.startsWith(TYPE) || type.startsWith(Json.TYPE))) {
      write(context, ofStatus(context.statusCode()));
    }
  }

  static Problem ofStatus(int status) {
    return switch (status) {
      case Problem.NOT_FOUND -> Problem.notFound("There is nothing at this address.");
      case 405 -> new Problem(405, "method_not_allowed", "This address knows other methods only.");
      case Problem.TIMEOUT, 504 ->
          new Problem(Problem.TIMEOUT, "too_slow", "The request took too long to arrive.");
      case Problem.TOO_LARGE ->
          new Problem(status, "too_large", "The request is larger than allowed here.");
      default -> new Problem(status, "bad_request", "This is no request that can be answered.");
    };
  }

  /** The problem that a failure is; one of our own making is logged. */
  static Problem of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Problem problem) {
      return problem;
    }
    if (cause instanceof TimeoutException) {
      return Problem.busy("No answer within the time allowed; try again later.");
    }
    if (cause instanceof HttpResponseException known) {
      return ofStatus(known.getStatus());
    }
    OptionalInt refused = refusal(cause);
    if (refused.isPresent()) {
      return ofStatus(refused.getAsInt());
    }
    LOG.error("A request failed", cause);
    return Problem.failed();
  }

  /** The status by which the HTTP layer refused, however deep it says so. */
  private static OptionalInt refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException refused) {
        return OptionalInt.of(refused.getCode());
      }
      if (cause instanceof EOFException) {
        return OptionalInt.of(Problem.BAD_REQUEST);
      }
      if (cause instanceof TimeoutException) {
        return OptionalInt.of(Problem.TIMEOUT);
      }
    }
    return OptionalInt.empty();
  }

  static void write(Context context, Problem problem) {
    if (problem.status() == Problem.BUSY) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    context.status(problem.status()).contentType(TYPE).result(json(problem));
  }

  static byte[] json(Problem problem) {
    ObjectNode json = Json.object();
    json.put("type", "about:blank");
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("code", problem.code());
    return Json.bytes(json);
  }
}
