package dev.truerole.scraper.page;

import java.time.Instant;
import okhttp3.Headers;

/** What one request brought. */
sealed interface Exchange {

  /**
   * An answer that came whole.
   *
   * @param body decoded; of errors only the start
   */
  record Answer(int status, Headers headers, Body body, Instant at) implements Exchange {

    boolean isRedirect() {
      return switch (status) {
        case 301, 302, 303, 307, 308 -> headers.get("Location") != null;
        default -> false;
      };
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /** Bytes, compared by identity. */
  final class Body {

    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /**
   * No answer, or none that is of use.
   *
   * @param mayPass whether trying again may help
   */
  record Broken(OutcomeKind kind, String what, boolean mayPass) implements Exchange {}
}
