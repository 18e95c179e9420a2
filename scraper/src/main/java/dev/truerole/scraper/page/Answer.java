package dev.truerole.scraper.page;

import java.time.Instant;
import okhttp3.Headers;

/**
 * An answer that came whole.
 *
 * @param body decoded; of errors only the start
 */
record Answer(int status, Headers headers, Exchange.Body body, Instant at) implements Exchange {

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
