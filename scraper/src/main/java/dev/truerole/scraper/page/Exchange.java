package dev.truerole.scraper.page;

/** What one request brought. */
sealed interface Exchange permits Answer, Exchange.Broken {

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
