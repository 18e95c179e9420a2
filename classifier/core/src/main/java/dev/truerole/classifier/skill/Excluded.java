package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.RoleNames;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The tokens of a segment that name a job or stand in an address, and so name no skill. */
final class Excluded {

  /** Heads of role names beyond those that {@link RoleNames} blanks for the role model. */
  private static final Set<String> MORE_HEADS =
      Words.of(
          "consultant",
          "consultants",
          "administrator",
          "administrators",
          "admin",
          "admins",
          "practitioner",
          "practitioners",
          "manager",
          "managers");

  private static final Set<String> DOMAIN_ENDS =
      Words.of("com", "org", "net", "io", "ai", "co", "edu", "gov", "dev", "uk", "html", "php");

  private final BitSet roleNames = new BitSet();
  private final BitSet addresses = new BitSet();
  private final BitSet stops = new BitSet();

  private Excluded() {}

  static Excluded of(String text, Segment segment) {
    Excluded excluded = new Excluded();
    excluded.findRoleNames(segment);
    excluded.findAddresses(text, segment.tokens());
    return excluded;
  }

  /**
   * Whether a match stands in an address, or the word after it belongs to a role name, be it the
   * role's head ("Python developer") or the rest of it ("machine learning engineer").
   */
  boolean covers(Match match) {
    return roleNames.get(match.to()) || isInAddress(match);
  }

  /** A name with a stop of its own, such as "draw.io", is no part of an address. */
  private boolean isInAddress(Match match) {
    return addresses.get(match.from()) && stops.get(match.from(), match.to()).isEmpty();
  }

  private void findRoleNames(Segment segment) {
    List<Token> tokens = segment.tokens();
    int i = 0;
    while (i < tokens.size()) {
      int end = RoleNames.end(segment, i);
      if (end == i && MORE_HEADS.contains(tokens.get(i).normal())) {
        end = i + 1;
      }
      roleNames.set(i, end);
      i = Math.max(end, i + 1);
    }
  }

  private void findAddresses(String text, List<Token> tokens) {
    int from = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      stops.set(i - 1, tokens.get(i - 1).normal().equals("."));
      boolean gap = i == tokens.size() || tokens.get(i - 1).end() < tokens.get(i).start();
      if (gap) {
        if (isAddress(text, tokens, from, i)) {
          addresses.set(from, i);
        }
        from = i;
      }
    }
  }

  private static boolean isAddress(String text, List<Token> tokens, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      String word = tokens.get(i).normal();
      boolean mail = word.equals("@") && i > from;
      boolean scheme =
          word.equals("://") || (word.equals(":") && text.startsWith("://", tokens.get(i).start()));
      boolean web = word.equals("www");
      boolean domain =
          word.equals(".") && i > from && DOMAIN_ENDS.contains(tokens.get(i + 1).normal());
      if (mail || scheme || web || domain) {
        return true;
      }
    }
    return false;
  }
}
