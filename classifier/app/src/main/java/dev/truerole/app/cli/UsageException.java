package dev.truerole.app.cli;

/** The command was called in a way that cannot work; the message says what to do instead. */
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
