package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The level of each place in a segment: its section's, unless the wording says otherwise. */
final class Levels {

  /** Words by which a sentence in the company's own praise turns to the reader. */
  private static final Set<String> CANDIDATE =
      Words.of(
          "you",
          "your",
          "candidate",
          "candidates",
          "applicant",
          "applicants",
          "must",
          "need",
          "require",
          "seek",
          "seeking",
          "looking");

  private static final Set<Section> WISHES = Set.of(Section.REQUIREMENTS, Section.PREFERRED);

  /** What is said there is not said of the candidate. */
  private static final Set<Section> ASIDE =
      Set.of(Section.COMPANY, Section.BENEFITS, Section.LEGAL);

  /** Who speaks in the praise of a company. */
  private static final Set<String> COMPANY = Words.of("we", "our", "us", "company");

  /** The share of words in skills' names that makes a segment a list of skills. */
  private static final double BARE = 0.5;

  private final Setting setting;
  private final Wording wording;
  private final boolean bareList;

  private Levels(Setting setting, Wording wording, boolean bareList) {
    this.setting = setting;
    this.wording = wording;
    this.bareList = bareList;
  }

  static Levels of(Setting setting, List<Match> matches, CuePhrases phrases) {
    return new Levels(setting, Wording.of(setting, phrases), isBareList(setting.tokens(), matches));
  }

  /** Skills and little else, not opened by a verb: "Python, SQL, Tableau", "Frontend: React". */
  private static boolean isBareList(List<Token> tokens, List<Match> matches) {
    boolean labelled = false;
    int words = 0;
    for (Token token : tokens) {
      labelled |= token.normal().equals(":");
      words += Character.isLetter(token.normal().charAt(0)) ? 1 : 0;
    }
    int named = 0;
    for (Match match : matches) {
      named += match.length();
    }
    return (labelled || matches.get(0).from() == 0) && named >= BARE * words;
  }

  /** The level of a skill named at a token; empty where naming it asks nothing of anybody. */
  Optional<Verdict> at(int token) {
    return wording.at(token).flatMap(this::said).or(this::unsaid);
  }

  /** What the words say, empty where they have no say in such a section. */
  private Optional<Verdict> said(Cue cue) {
    Section section = setting.section();
    boolean asks = cue.effect() == Cue.Effect.ASK;
    boolean loose = asks ? !WISHES.contains(section) : ASIDE.contains(section);
    if (loose && cue.effect() != Cue.Effect.MENTION && !isAboutCandidate() && !isWish(cue)) {
      return Optional.empty();
    }
    Optional<SkillLevel> level =
        switch (cue.effect()) {
          case SOFTEN -> Optional.of(SkillLevel.PREFERRED);
          case MUST -> Optional.of(SkillLevel.REQUIRED);
          case ASK, WISH -> Optional.of(SkillLevel.REQUIRED).filter(l -> !isHeadedPreferred());
          case MENTION ->
              Optional.of(SkillLevel.MENTIONED)
                  .filter(l -> !(setting.headed() && WISHES.contains(section)));
        };
    return level.map(known -> new Verdict(known, setting.span(cue.from(), cue.to())));
  }

  private Optional<Verdict> unsaid() {
    boolean heading = setting.segment().kind() == Segment.Kind.HEADING;
    return heading ? Optional.empty() : bySection().map(l -> new Verdict(l, setting.heading()));
  }

  private Optional<SkillLevel> bySection() {
    return switch (setting.section()) {
      case REQUIREMENTS -> Optional.of(SkillLevel.REQUIRED);
      case PREFERRED ->
          // Softened words make a sentence PREFERRED; what they do not reach is a plain wish.
          Optional.of(
              isHeadedPreferred() || !wording.softens()
                  ? SkillLevel.PREFERRED
                  : SkillLevel.REQUIRED);
      // Under no telling heading, a sentence tells of the work and a bare list of the wishes.
      case OTHER -> Optional.of(bareList ? SkillLevel.REQUIRED : SkillLevel.MENTIONED);
      case RESPONSIBILITIES -> Optional.of(SkillLevel.MENTIONED);
      case COMPANY, BENEFITS, LEGAL -> Optional.empty();
    };
  }

  private boolean isHeadedPreferred() {
    return setting.section() == Section.PREFERRED && setting.headed();
  }

  private boolean isAboutCandidate() {
    return holdsAny(CANDIDATE);
  }

  /** "Strong knowledge of Spark" is a wish whatever heading was missed before it. */
  private boolean isWish(Cue cue) {
    return ASIDE.contains(setting.section())
        && cue.effect() == Cue.Effect.WISH
        && cue.from() == 0
        && !holdsAny(COMPANY);
  }

  private boolean holdsAny(Set<String> words) {
    for (Token token : setting.tokens()) {
      if (words.contains(token.normal())) {
        return true;
      }
    }
    return false;
  }
}
