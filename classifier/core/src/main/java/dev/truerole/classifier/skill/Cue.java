package dev.truerole.classifier.skill;

/**
 * Words that say how much a skill is wanted.
 *
 * @param effect what they say
 * @param binds where the skills stand that they speak of
 * @param from the index of the first token
 * @param to the index after the last token
 */
record Cue(Effect effect, Binds binds, int from, int to) {

  /** What a cue says of the skills it binds; a later one overrules an earlier one. */
  enum Effect {
    /** The company uses or teaches it. */
    MENTION,
    /** Asks for it by a noun: "experience with", "knowledge of". */
    ASK,
    /** Opens a sentence with such a noun, as items of a list of qualifications do. */
    WISH,
    /** Demands it outright: "must have", "is required". */
    MUST,
    /** Softens whatever else is said. */
    SOFTEN
  }

  /** Where the bound skills stand. */
  enum Binds {
    /** Before the cue, back to the start of its clause. */
    LEFT,
    /**
     * The same, only where the clause ends right after the cue: "Go preferred", not "preferred by".
     */
    END,
    /** After the cue, up to the end of its clause. */
    RIGHT,
    /** After the cue, only where it opens the segment or a sentence in it. */
    START,
    /** Before the cue, or after it where it opens the clause: "nice to have". */
    EITHER
  }

  /** The same as a wish that opens a sentence, from its first word on. */
  Cue opening(int first) {
    return new Cue(Effect.WISH, binds, first, to);
  }

  /** Whether it says more than the noun of a wish, and so parts clauses. */
  boolean isStrong() {
    return effect.compareTo(Effect.WISH) > 0;
  }
}
