package dev.truerole.classifier.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises role names such as "Senior Machine Learning Engineer" among tokens. They are blanked
 * out before the model reads: what a posting calls the job must not decide what the job is.
 */
public final class RoleNames {

  private static final Set<String> HEADS =
      Set.of(
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
      Set.of(
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
  private static final Set<String> JOINS = Set.of("/", "-", "&", ".");

  /** What a word can be in a role name. */
  enum Part {
    HEAD,
    MODIFIER,
    JOIN
  }

  private static final Map<String, Part> PARTS = parts();

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
    Part part = part(segment, i);
    while (part == Part.MODIFIER || (part == Part.JOIN && i > from)) {
      part = part(segment, ++i);
    }
    return part == Part.HEAD ? i + 1 : from;
  }

  private static @Nullable Part part(Segment segment, int i) {
    return i < segment.tokens().size() ? segment.tokens().get(i).word().rolePart() : null;
  }

  /** What a word of this form can be in a role name; null for most. */
  static @Nullable Part partOf(String form) {
    return PARTS.get(form);
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new HashMap<>();
    HEADS.forEach(word -> parts.put(word, Part.HEAD));
    MODIFIERS.forEach(word -> parts.put(word, Part.MODIFIER));
    JOINS.forEach(word -> parts.put(word, Part.JOIN));
    return parts;
  }
}
