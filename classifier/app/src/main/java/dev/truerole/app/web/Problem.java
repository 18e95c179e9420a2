package dev.truerole.app.web;

import java.io.Serial;

/** A request that gets no answer, as RFC 9457 words it; the detail says what to do. */
final class Problem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int TIMEOUT = 408;
  static final int CONFLICT = 409;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED = 415;
  static final int MISDIRECTED = 421;
  static final int UNPROCESSABLE = 422;
  static final int FAILED = 500;
  static final int BUSY = 503;

  private final int status;
  private final String code;

  Problem(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Problem unprocessable(String code, String detail) {
    return new Problem(UNPROCESSABLE, code, detail);
  }

  static Problem busy(String detail) {
    return new Problem(BUSY, "busy", detail);
  }

  static Problem notFound(String detail) {
    return new Problem(NOT_FOUND, "not_found", detail);
  }

  /** Something of ours is broken; the log says what. */
  static Problem failed() {
    return new Problem(
        FAILED, "internal", "Something went wrong here; the server's log says more.");
  }

  int status() {
    return status;
  }

  /** A word for programs. */
  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  String title() {
    return titleOf(status);
  }

  static String titleOf(int status) {
    return switch (status) {
      case BAD_REQUEST -> "Bad request";
      case FORBIDDEN -> "Forbidden";
      case NOT_FOUND -> "Not found";
      case 405 -> "Method not allowed";
      case TIMEOUT -> "Too slow";
      case CONFLICT -> "Conflict";
      case TOO_LARGE -> "Too large";
      case UNSUPPORTED -> "Unsupported type";
      case MISDIRECTED -> "Misdirected request";
      case UNPROCESSABLE -> "Cannot be processed";
      case BUSY -> "Busy";
      default -> status < FAILED ? "Bad request" : "Server error";
    };
  }
}
