package dev.truerole.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bodies of requests, read to a limit. All that are in memory at once have a limit, too: many large
 * ones wait outside, with their senders told to come back.
 */
final class Bodies {

  /** A text of 500,000 characters with every one escaped. */
  static final int MAX_JSON_BYTES = 4 << 20;

  /** A body takes several times its size while it is read. */
  private static final int MAX_KIB_AT_ONCE = 32 << 10;

  /** Of a body that is not wanted so much is read before the connection is closed on it. */
  static final long MAX_DISCARDED_BYTES = 64 << 20;

  private static final int PIECE = 16 << 10;
  private static final int KIB = 1 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

  private final Semaphore room = new Semaphore(MAX_KIB_AT_ONCE);

  /** What is done with a body while it has room. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Does something that holds so many bytes in memory.
   *
   * @throws Problem if there is no room now
   */
  <T> T within(long bytes, Reading<T> reading) throws IOException {
    int kib = (int) Math.max(1, (bytes + KIB - 1) / KIB);
    if (!room.tryAcquire(kib)) {
      throw Problem.busy("Too many large requests at once; try again in a moment.");
    }
    try {
      return reading.read();
    } finally {
      room.release(kib);
    }
  }

  /**
   * The body of a request that carries JSON.
   *
   * @throws Problem if it is of another type, no JSON, or too large, or there is no room
   */
  JsonNode json(Context context) throws IOException {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(?:;.*)?")) {
      throw new Problem(
          Problem.UNSUPPORTED,
          "unsupported_type",
          "Send JSON, with the header Content-Type: application/json.");
    }
    long stated = context.req().getContentLengthLong();
    if (stated > MAX_JSON_BYTES) {
      throw tooLarge(MAX_JSON_BYTES);
    }
    return within(
        stated < 0 ? MAX_JSON_BYTES : stated,
        () -> Json.parse(read(context.bodyInputStream(), MAX_JSON_BYTES)));
  }

  private static byte[] read(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      body.write(piece, 0, count);
      if (body.size() > limit) {
        throw tooLarge(limit);
      }
    }
    return body.toByteArray();
  }

  /**
   * Reads what a refused request still sends, so that its sender, who may look for an answer only
   * when all is sent, finds one; a connection closed in mid-body would lose it. Where the end is
   * not reached, the answer says that the connection closes. A sender who asks first (Expect) has
   * sent nothing yet.
   */
  static void discard(Context context) {
    if (context.header("Expect") == null && !discarded(context)) {
      context.header("Connection", "close");
    }
  }

  private static boolean discarded(Context context) {
    try {
      InputStream in = context.req().getInputStream();
      byte[] piece = new byte[PIECE];
      int count = 0;
      for (long left = MAX_DISCARDED_BYTES; count >= 0 && left > 0; left -= count) {
        count = in.read(piece);
      }
      return count < 0;
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("The rest of a refused request did not arrive", gone);
      return false;
    }
  }

  static Problem tooLarge(long limit) {
    return new Problem(
        Problem.TOO_LARGE,
        "too_large",
        "The body is larger than " + (limit >> 20) + " MiB, the most this address takes.");
  }
}
