package dev.truerole.app.web;

import java.util.Locale;

/** How far a batch is. */
enum BatchStatus {
  QUEUED,
  RUNNING,
  DONE,
  CANCELLED,
  FAILED;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BatchStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }
}
