package dev.truerole.classifier.text;

import java.util.Random;

/** Random texts of all that can come in: words, marks, scripts, broken characters, long lines. */
final class AnyText {

  private static final String[] PIECES = {
    "data",
    "Scientist",
    "Requirements:",
    "RESPONSIBILITIES",
    "What You'll Do",
    "Nice to have:",
    "## About us",
    "**Benefits**",
    "- ",
    "* ",
    "• ",
    "1. ",
    "e.g. ",
    "Python/R/SQL",
    "401(k)",
    "5+ years",
    "models.Experience",
    ". ",
    "! ",
    "? ",
    "; ",
    ", ",
    ": ",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "\u00a0",
    "\u2028",
    "\u200b",
    "\ufeff",
    "😀",
    "👩‍💻",
    "e\u0301",
    "\ud83d",
    "\ude00",
    "مهندس بيانات",
    "\u202eנתונים\u202c",
    "データサイエンティスト",
    "ﬁne ǅ İstanbul ẞ",
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u0085",
    "“smart” ‘quotes’ — dash",
    "<b>&amp;</b>",
    "A-B-C-",
    "\uffff"
  };

  private AnyText() {}

  /** A text of up to some hundred pieces; now and then one piece many times over. */
  static String of(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      text.append(random.nextInt(60) == 0 ? piece.repeat(500) : piece);
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }
}
