package dev.truerole.app.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads from and prints to.
 *
 * @param in standard input
 * @param out answers
 * @param err progress and messages
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /**
   * This process's own. The launcher says what is a terminal: Java 17 cannot tell the two apart.
   */
  static Console ofProcess() {
    return new Console(
        System.in,
        utf8(System.out),
        utf8(System.err),
        Boolean.getBoolean("truerole.tty.out"),
        Boolean.getBoolean("truerole.tty.err"));
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Whether colours may be printed: to a person who did not say {@code NO_COLOR}. */
  boolean colour() {
    String noColour = System.getenv("NO_COLOR");
    return outIsTerminal && (noColour == null || noColour.isEmpty());
  }
}
