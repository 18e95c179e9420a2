package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.SegmentEvidence;
import dev.truerole.classifier.SegmentEvidence.Side;
import dev.truerole.classifier.skill.SkillMention;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A posting's text with its evidence marked by side and strength, and its skills underlined. */
final class HtmlText {

  /** Weights from which a mark is middling and strong; below the first there is none. */
  private static final double WEAK = 0.2;

  private static final double MIDDLING = 2;
  private static final double STRONG = 6;

  private final String text;
  private final String anchor;
  private final Map<Integer, SegmentEvidence> marks = new TreeMap<>();
  private final List<SkillMention> skills;

  HtmlText(PostingAnalysis analysis, String anchor) {
    this.text = analysis.posting().body().text();
    this.anchor = anchor;
    analysis.evidence().stream().filter(HtmlText::isMarked).forEach(this::add);
    this.skills =
        analysis.skills().stream()
            .flatMap(skill -> skill.mentions().stream())
            .sorted(Comparator.comparingInt(SkillMention::start))
            .toList();
  }

  private static boolean isMarked(SegmentEvidence item) {
    boolean role = item.side() == Side.DATA_SCIENTIST || item.side() == Side.ML_ENGINEER;
    return role && item.weight() >= WEAK;
  }

  /** A segment that speaks for both sides is marked for the one it speaks for more. */
  private void add(SegmentEvidence item) {
    marks.merge(item.start(), item, (one, two) -> one.weight() >= two.weight() ? one : two);
  }

  String html() {
    StringBuilder html = new StringBuilder();
    int at = 0;
    for (SegmentEvidence mark : marks.values()) {
      if (mark.start() >= at) {
        html.append(plain(at, mark.start())).append(marked(mark));
        at = mark.end();
      }
    }
    return html.append(plain(at, text.length())).toString();
  }

  private String marked(SegmentEvidence mark) {
    int strength = mark.weight() >= STRONG ? 3 : mark.weight() >= MIDDLING ? 2 : 1;
    String attributes =
        "class=\"%s w%d\" id=\"%s-e%d\" title=\"speaks for %s\""
            .formatted(
                mark.side().id(), strength, anchor, mark.start(), Html.escape(mark.side().label()));
    return Html.element("mark", attributes, plain(mark.start(), mark.end()));
  }

  /** A piece with its skills; one that begins or ends outside of it is cut at its border. */
  private String plain(int start, int end) {
    StringBuilder html = new StringBuilder();
    int at = start;
    for (SkillMention skill : skills) {
      int from = Math.max(at, skill.start());
      int to = Math.min(end, skill.end());
      if (from < to) {
        html.append(Html.escape(text.substring(at, from)));
        String place = "class=\"skill\"";
        if (from == skill.start()) {
          place += " id=\"" + anchor + "-s" + skill.start() + "\"";
        }
        html.append(Html.text("span", place, text.substring(from, to)));
        at = to;
      }
    }
    return html.append(Html.escape(text.substring(at, end))).toString();
  }
}
