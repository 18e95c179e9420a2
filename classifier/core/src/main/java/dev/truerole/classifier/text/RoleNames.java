package dev.truerole.classifier.text;

import java.util.Set;

/**
 * Recognises role names such as "Senior Machine Learning Engineer" among tokens. They are blanked
 * out before the model reads: what a posting calls the job must not decide what the job is.
 */
public final class RoleNames {

  private static final Set<String> HEADS =
      Words.of(
          "scientist",
          "scientists",
          "engineer",
          "engineers",
          "analyst",
          "analysts",
          "developer",
          "developers",
          "researcher",
          "researchers",
          "architect",
          "architects",
          "statistician",
          "statisticians",
          "programmer",
          "programmers",
          "modeler",
          "modeller",
          "modelers",
          "modellers",
          "econometrician",
          "econometricians",
          "specialist",
          "specialists");

  private static final Set<String> MODIFIERS =
      Words.of(
          "data",
          "machine",
          "learning",
          "ml",
          "ai",
          "artificial",
          "intelligence",
          "deep",
          "applied",
          "research",
          "software",
          "senior",
          "sr",
          "junior",
          "jr",
          "staff",
          "principal",
          "lead",
          "chief",
          "associate",
          "decision",
          "nlp",
          "cv",
          "computer",
          "vision",
          "mlops",
          "ml-ops",
          "ops",
          "devops",
          "platform",
          "backend",
          "back",
          "end",
          "full",
          "stack",
          "fullstack",
          "analytics",
          "business",
          "bi",
          "big",
          "quantitative",
          "product",
          "statistical",
          "genai",
          "gen",
          "generative",
          "llm",
          "prompt",
          "cloud",
          "infrastructure",
          "systems",
          "analytical",
          "speech",
          "language",
          "natural",
          "processing",
          "robotics",
          "perception",
          "algorithm",
          "algorithms",
          "founding",
          "postdoctoral",
          "citizen",
          "insights",
          "solutions",
          "production");

  /** Joins inside a name: "ML/AI engineer", "full-stack developer", "Sr. analyst". */
  private static final Set<String> JOINS = Words.of("/", "-", "&", ".");

  private RoleNames() {}

  /**
   * Where a role name that starts at {@code from} ends, exclusive; {@code from} if none starts
   * there.
   *
   * @param segment a segment's tokens
   * @param from the index of a token
   */
  public static int end(Segment segment, int from) {
    int i = from;
    while (i < segment.tokens().size() && isModifierAt(segment, i, from)) {
      i++;
    }
    boolean named = i < segment.tokens().size() && HEADS.contains(word(segment, i));
    return named ? i + 1 : from;
  }

  private static boolean isModifierAt(Segment segment, int i, int from) {
    String word = word(segment, i);
    return MODIFIERS.contains(word) || (i > from && JOINS.contains(word));
  }

  private static String word(Segment segment, int i) {
    return segment.tokens().get(i).normal();
  }
}
