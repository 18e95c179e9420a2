package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The level of each place in a segment: its section's, unless the wording says otherwise. */
final class Levels {

  /** Words by which a sentence in the company's own praise turns to the reader. */
  private static final Set<String> CANDIDATE =
      Set.of(
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

  /** The share of words in skills' names that makes a segment a list of skills. */
  private static final double BARE = 0.5;

  private final Segment segment;
  private final Wording wording;
  private final boolean bareList;

  private Levels(Segment segment, Wording wording, boolean bareList) {
    this.segment = segment;
    this.wording = wording;
    this.bareList = bareList;
  }

  static Levels of(Segment segment, List<Match> matches, CuePhrases phrases) {
    return new Levels(
        segment, Wording.of(segment.tokens(), phrases), isBareList(segment.tokens(), matches));
  }

  /** Skills and little else, not opened by a verb: "Python, SQL, Tableau", "Frontend: React". */
  private static boolean isBareList(List<Token> tokens, List<Match> matches) {
    boolean labelled = tokens.stream().anyMatch(token -> token.normal().equals(":"));
    long words = tokens.stream().filter(t -> Character.isLetter(t.normal().charAt(0))).count();
    int named = matches.stream().mapToInt(Match::length).sum();
    return (labelled || matches.get(0).from() == 0) && named >= BARE * words;
  }

  /** The level of a skill named at a token; empty where naming it asks nothing of anybody. */
  Optional<SkillLevel> at(int token) {
    return wording.at(token).flatMap(this::said).or(this::unsaid);
  }

  /** What the words say, empty where they have no say in such a section. */
  private Optional<SkillLevel> said(Cue.Effect effect) {
    Section section = segment.section();
    boolean loose = effect == Cue.Effect.ASK ? !WISHES.contains(section) : ASIDE.contains(section);
    if (loose && effect != Cue.Effect.MENTION && !isAboutCandidate()) {
      return Optional.empty();
    }
    return switch (effect) {
      case SOFTEN -> Optional.of(SkillLevel.PREFERRED);
      case MUST -> Optional.of(SkillLevel.REQUIRED);
      case ASK, WISH -> Optional.of(SkillLevel.REQUIRED).filter(level -> !isHeadedPreferred());
      case MENTION ->
          Optional.of(SkillLevel.MENTIONED)
              .filter(level -> !(segment.isHeaded() && WISHES.contains(section)));
    };
  }

  private Optional<SkillLevel> unsaid() {
    boolean heading = segment.kind() == Segment.Kind.HEADING;
    return heading ? Optional.empty() : bySection();
  }

  private Optional<SkillLevel> bySection() {
    return switch (segment.section()) {
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
    return segment.section() == Section.PREFERRED && segment.isHeaded();
  }

  private boolean isAboutCandidate() {
    return segment.tokens().stream().map(Token::normal).anyMatch(CANDIDATE::contains);
  }
}
