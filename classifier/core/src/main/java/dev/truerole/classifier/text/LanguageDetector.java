package dev.truerole.classifier.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Names the language of a posting. Text with English function words is English and costs nothing;
 * only the rest is shown to OpenNLP's model, loaded when first needed. Thread-safe.
 */
public final class LanguageDetector {

  public static final String ENGLISH = "en";

  private static final String MODEL = "/langdetect-183.bin";
  private static final Set<String> FUNCTION_WORDS =
      Words.of(
          "the", "and", "to", "of", "with", "for", "you", "our", "is", "are", "we", "will", "your",
          "as", "or", "be", "this", "that", "have", "from", "by", "at", "their", "it", "who",
          "not");

  /** English prose has about 0.3 of these words; other languages, hardly any. */
  private static final double ENGLISH_SHARE = 0.06;

  private static final int OTHER = 0;
  private static final int WORD = 1;
  private static final int FUNCTION_WORD = 2;
  private static final WordMemo KIND = new WordMemo(LanguageDetector::kind);

  private static final int WORDS_LOOKED_AT = 300;
  private static final int CHARS_SHOWN = 600;

  /** The model's confidences are shares over 103 languages: only their ratio tells. */
  private static final double CLEAR_RATIO = 2;

  private static final Map<String, String> ISO_639_1 = twoLetterCodes();

  private @Nullable LanguageDetectorME model;

  /**
   * The language as ISO 639-1, empty where the text is too short or mixed to tell.
   *
   * @param text the whole text
   * @param segments its segments
   */
  public Optional<String> detect(String text, List<Segment> segments) {
    return englishShare(segments) >= ENGLISH_SHARE ? Optional.of(ENGLISH) : guess(text);
  }

  private static double englishShare(List<Segment> segments) {
    int words = 0;
    int hits = 0;
    for (Segment segment : segments) {
      for (Token token : segment.tokens()) {
        int kind = KIND.of(token.word());
        words += kind > OTHER ? 1 : 0;
        hits += kind == FUNCTION_WORD ? 1 : 0;
      }
      if (words >= WORDS_LOOKED_AT) {
        break;
      }
    }
    return words == 0 ? 0 : (double) hits / words;
  }

  private static int kind(String form) {
    return FUNCTION_WORDS.contains(form)
        ? FUNCTION_WORD
        : Character.isLetter(form.charAt(0)) ? WORD : OTHER;
  }

  private synchronized Optional<String> guess(String text) {
    if (model == null) {
      model = new LanguageDetectorME(load());
    }
    Language[] ranked =
        model.predictLanguages(text.substring(0, Math.min(CHARS_SHOWN, text.length())));
    boolean clear =
        ranked.length > 1 && ranked[0].getConfidence() >= CLEAR_RATIO * ranked[1].getConfidence();
    return clear ? Optional.ofNullable(ISO_639_1.get(ranked[0].getLang())) : Optional.empty();
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IOException("no language model " + MODEL + " on the class path");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> twoLetterCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
    }
    codes.put("cmn", "zh");
    return codes;
  }
}
