package dev.truerole.app.batch;

/** An interrupted run cannot be gone on with; the message says why. */
public final class ResumeException extends RuntimeException {

  /** A reason, without what to do about it. */
  ResumeException(String message) {
    super(message);
  }
}
