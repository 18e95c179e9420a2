package dev.truerole.scraper.board;

/**
 * What came from a board is not what its provider documents; a refusal, say, and no empty board.
 */
public final class BoardFormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final String board;
  private final String source;

  BoardFormatException(String board, String source, String problem) {
    super(
        "%s: %s is not what %s documents: %s".formatted(board, source, board, problem)
            + "; look at the address in a browser, the board may have moved or refuse readers");
    this.board = board;
    this.source = source;
  }

  /** The provider's name. */
  public String board() {
    return board;
  }

  /** Where the page came from. */
  public String source() {
    return source;
  }
}
