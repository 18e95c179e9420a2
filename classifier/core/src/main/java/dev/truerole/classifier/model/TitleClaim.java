package dev.truerole.classifier.model;

import dev.truerole.classifier.text.RecentAnswers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The role a title claims, by its words alone: shown beside the true role, and the baseline that a
 * model has to beat.
 */
public final class TitleClaim {

  private static final Map<Role, Pattern> CLAIMS = new LinkedHashMap<>();

  static {
    claim(
        Role.HYBRID,
        "(data scien\\w+|research scien\\w+) ?(/|&|and|-|,) ?(machine learning|ml|ai|mlops)\\b|(ml|machine learning) engineer\\w* ?(/|&|and|-|,) ?data scien"
            + "|applied scientist|full[- ]?stack data scien");
    claim(
        Role.ML_ENGINEER,
        "machine learning|deep learning|\\bml\\b|\\bmlops\\b|\\bml ops\\b|\\bai\\b.*(engineer|developer|architect|platform)|(engineer|developer|architect).*\\bai\\b"
            + "|artificial intelligence.*(engineer|developer)|\\b(llm|genai|gen ai|generative ai|rag)\\b|(nlp|computer vision|perception|speech|prompt) (engineer|developer)|research engineer");
    claim(
        Role.DATA_SCIENTIST,
        "data scien|decision scien|research scien|statistician|econometric|biostatistic|quantitative (researcher|analyst|modell?er)|product scientist|\\bscientist\\b.*(data|decision|ml|ai)|experimentation|data science|predictive modell?er");
  }

  /** Titles repeat. */
  private static final RecentAnswers<Role> KNOWN = new RecentAnswers<>();

  private TitleClaim() {}

  /** The claimed role; OTHER for a title of another field, empty without a title. */
  public static Optional<Role> of(@Nullable String title) {
    if (title == null || title.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(KNOWN.of(title.toLowerCase(Locale.ROOT), TitleClaim::claimed));
  }

  private static Role claimed(String folded) {
    return CLAIMS.entrySet().stream()
        .filter(claim -> claim.getValue().matcher(folded).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Role.OTHER);
  }

  private static void claim(Role role, String words) {
    CLAIMS.put(role, Pattern.compile(words));
  }
}
