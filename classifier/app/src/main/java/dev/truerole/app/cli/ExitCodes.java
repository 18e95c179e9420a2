package dev.truerole.app.cli;

/** What a command's end tells scripts. */
final class ExitCodes {

  /** Every input was answered. */
  static final int DONE = 0;

  /** Some inputs failed, or the command could not do its work. */
  static final int FAILED = 1;

  /** The command was called wrongly. */
  static final int WRONG_USE = 2;

  private ExitCodes() {}
}
