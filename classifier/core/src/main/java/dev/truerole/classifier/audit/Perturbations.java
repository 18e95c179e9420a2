package dev.truerole.classifier.audit;

import dev.truerole.classifier.audit.Perturbation.Family;
import dev.truerole.classifier.audit.Perturbation.Original;
import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All changes that robustness is measured by. The texts they add are written for this project and
 * name neither duties nor skills.
 */
public final class Perturbations {

  private static final Pattern DATA_SCIENTIST = names("data scientist");
  private static final Pattern ML_ENGINEER = names("(?:machine learning|ml|ai|mlops) engineer");

  private static final String BLURB =
      "About us\nFernhill is a family-owned company with offices in nine countries. For forty years,"
          + " people have trusted us with what matters to them. We believe in honest work, short"
          + " meetings and good coffee, and we were named employer of the year twice.\n\n";

  private static final String BENEFITS =
      "\n\nBenefits\n- Thirty days of paid vacation and a flexible schedule\n- Health, dental and"
          + " vision insurance for you and your family\n- A pension plan and a yearly bonus\n- Free"
          + " lunch on Wednesdays and a budget for books\n";

  private static final String EQUAL_OPPORTUNITY =
      "\n\nEqual opportunity\nWe are an equal opportunity employer. All applicants are considered"
          + " without regard to race, religion, gender, sexual orientation, national origin, age,"
          + " disability or veteran status. Tell us if you need reasonable accommodation.\n";

  private static final Set<Section> BOILERPLATE =
      EnumSet.of(Section.COMPANY, Section.BENEFITS, Section.LEGAL);

  private static final double TYPO_SHARE = 0.03;
  private static final int LEAST_TYPO_LENGTH = 5;

  private static final Map<String, String> BRITISH =
      Map.ofEntries(
          Map.entry("ization", "isation"),
          Map.entry("izing", "ising"),
          Map.entry("ized", "ised"),
          Map.entry("ize", "ise"),
          Map.entry("izes", "ises"),
          Map.entry("analyze", "analyse"),
          Map.entry("analyzing", "analysing"),
          Map.entry("behavior", "behaviour"),
          Map.entry("modeling", "modelling"),
          Map.entry("labeling", "labelling"),
          Map.entry("labeled", "labelled"),
          Map.entry("center", "centre"),
          Map.entry("color", "colour"),
          Map.entry("catalog", "catalogue"),
          Map.entry("program ", "programme "),
          Map.entry("fulfill", "fulfil"));

  /** The longer endings first. */
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(?i)(?<=\\p{L}{2})(?:ization|izing|ized|izes|ize)(?!\\p{Ll}{3})"
              + "|analyze|analyzing|behavior|modeling|labeling|labeled|center|color|catalog(?!u)"
              + "|program |fulfill");

  private Perturbations() {}

  /** Every one, in the order of reports. */
  public static List<Perturbation> all() {
    return List.of(
        text("role names swapped", Family.ROLE_NAMES, Perturbations::swapNames),
        text("\"Data Scientist\" on top", Family.ROLE_NAMES, text -> "Data Scientist\n\n" + text),
        text("\"ML Engineer\" on top", Family.ROLE_NAMES, text -> "ML Engineer\n\n" + text),
        text(
            "\"We seek a Data Scientist\"",
            Family.ROLE_NAMES,
            text -> "We are looking for a Senior Data Scientist to join us.\n\n" + text),
        text(
            "\"We seek an ML Engineer\"",
            Family.ROLE_NAMES,
            text -> "We are looking for a Senior Machine Learning Engineer to join us.\n\n" + text),
        text("company blurb added", Family.BOILERPLATE, text -> BLURB + text),
        text("benefits added", Family.BOILERPLATE, text -> text + BENEFITS),
        text("equal opportunity added", Family.BOILERPLATE, text -> text + EQUAL_OPPORTUNITY),
        text(
            "all three added",
            Family.BOILERPLATE,
            text -> BLURB + text + BENEFITS + EQUAL_OPPORTUNITY),
        new Perturbation(
            "all three removed",
            Family.BOILERPLATE,
            (original, random) -> PostingBody.ofPlainText(withoutBoilerplate(original))),
        text("line breaks stripped", Family.LAYOUT, text -> text.replaceAll("\\s+", " ").strip()),
        new Perturbation(
            "bullets to prose",
            Family.LAYOUT,
            (original, random) -> PostingBody.ofPlainText(prose(original.body()))),
        new Perturbation(
            "as HTML", Family.LAYOUT, (original, random) -> HtmlTwin.of(original.body())),
        text("upper case", Family.SPELLING, text -> text.toUpperCase(Locale.ROOT)),
        text("British spelling", Family.SPELLING, Perturbations::british),
        new Perturbation(
            "typos in 3 % of words",
            Family.SPELLING,
            (original, random) -> PostingBody.ofPlainText(typos(original.text(), random))));
  }

  private static Perturbation text(String name, Family family, UnaryOperator<String> change) {
    return new Perturbation(
        name, family, (original, random) -> PostingBody.ofPlainText(change.apply(original.text())));
  }

  private static Pattern names(String singular) {
    return Pattern.compile("\\b" + singular + "(s?)\\b", Pattern.CASE_INSENSITIVE);
  }

  private static String swapNames(String text) {
    String kept = "\uE000";
    String marked = DATA_SCIENTIST.matcher(text).replaceAll(match -> kept + match.group(1) + kept);
    String swapped =
        ML_ENGINEER.matcher(marked).replaceAll(match -> "Data Scientist" + match.group(1));
    return Pattern.compile(kept + "(s?|S?)" + kept)
        .matcher(swapped)
        .replaceAll(match -> "Machine Learning Engineer" + match.group(1));
  }

  private static String withoutBoilerplate(Original original) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (Segment segment : original.segments()) {
      if (BOILERPLATE.contains(segment.section())) {
        kept.append(original.text(), from, segment.start());
        from = segment.end();
      }
    }
    kept.append(original.text().substring(from));
    return kept.toString().isBlank() ? original.text() : kept.toString();
  }

  /** Runs of list items become paragraphs of sentences. */
  private static String prose(PostingBody body) {
    StringBuilder out = new StringBuilder();
    Block.Kind before = Block.Kind.HEADING;
    for (Block block : body.blocks()) {
      boolean goesOn = block.kind() == Block.Kind.LIST_ITEM && before == Block.Kind.LIST_ITEM;
      String words = body.slice(block).replaceAll("\\s+", " ").strip();
      boolean closed = ".!?:;".indexOf(words.charAt(words.length() - 1)) >= 0;
      out.append(out.length() == 0 ? "" : goesOn ? " " : "\n\n");
      out.append(words).append(block.kind() == Block.Kind.LIST_ITEM && !closed ? "." : "");
      before = block.kind();
    }
    return out.toString();
  }

  private static String british(String text) {
    return AMERICAN.matcher(text).replaceAll(Perturbations::britishForm);
  }

  private static String britishForm(MatchResult american) {
    String form = BRITISH.getOrDefault(american.group().toLowerCase(Locale.ROOT), american.group());
    boolean upper = Character.isUpperCase(american.group().charAt(american.group().length() - 1));
    String cased = upper ? form.toUpperCase(Locale.ROOT) : form;
    boolean capital = Character.isUpperCase(american.group().charAt(0));
    return Matcher.quoteReplacement(
        capital ? Character.toUpperCase(cased.charAt(0)) + cased.substring(1) : cased);
  }

  private static String typos(String text, Random random) {
    return Pattern.compile("\\p{L}{" + LEAST_TYPO_LENGTH + ",}")
        .matcher(text)
        .replaceAll(
            word ->
                random.nextDouble() < TYPO_SHARE
                    ? swapLetters(word.group(), random)
                    : word.group());
  }

  private static String swapLetters(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 3);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }
}
