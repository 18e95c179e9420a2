package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
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

  private final Segment segment;
  private final Wording wording;

  private Levels(Segment segment, Wording wording) {
    this.segment = segment;
    this.wording = wording;
  }

  static Levels of(Segment segment, CuePhrases phrases) {
    return new Levels(segment, Wording.of(segment.tokens(), phrases));
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
      case RESPONSIBILITIES, OTHER -> Optional.of(SkillLevel.MENTIONED);
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
