package dev.truerole.app.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Bodies of requests, read to a limit. */
final class Bodies {

  /** A text of 500,000 characters with every one escaped. */
  static final int MAX_JSON_BYTES = 4 << 20;

  private static final int PIECE = 16 << 10;

  private Bodies() {}

  /**
   * The body of a request that carries JSON.
   *
   * @throws Problem if it is of another type or too large
   */
  static byte[] json(Context context) throws IOException {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(?:;.*)?")) {
      throw new Problem(
          Problem.UNSUPPORTED,
          "unsupported_type",
          "Send JSON, with the header Content-Type: application/json.");
    }
    if (context.req().getContentLengthLong() > MAX_JSON_BYTES) {
      throw tooLarge(MAX_JSON_BYTES);
    }
    return read(context.bodyInputStream(), MAX_JSON_BYTES);
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

  static Problem tooLarge(long limit) {
    return new Problem(
        Problem.TOO_LARGE,
        "too_large",
        "The body is larger than " + (limit >> 20) + " MiB, the most this address takes.");
  }
}
