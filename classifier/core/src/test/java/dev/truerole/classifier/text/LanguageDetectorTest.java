package dev.truerole.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.Shipped;
import dev.truerole.scraper.posting.PostingBody;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();
  private static final Segmenter SEGMENTER = Segmenter.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | You will work with our product team to design experiments and to explain the results.",
        "de | Wir suchen ab sofort eine Person, die mit unserem Team Vorhersagemodelle entwickelt und "
            + "die Ergebnisse den Fachabteilungen verständlich erklärt. Du bringst Erfahrung mit Python mit.",
        "fr | Nous recherchons une personne capable de concevoir des modèles de prévision avec notre "
            + "équipe et de présenter les résultats à la direction. Vous maîtrisez Python et SQL.",
        "es | Buscamos una persona que diseñe modelos de predicción junto con nuestro equipo y que "
            + "explique los resultados a la dirección de la empresa. Experiencia con Python y SQL."
      })
  void proseIsToldByItsLanguage(String language, String text) {
    assertThat(detect(text)).contains(language);
  }

  @Test
  void germanWithEnglishTermsIsGerman() {
    assertThat(
            detect(
                "Als Machine Learning Engineer (m/w/d) entwickelst du Modelle für unsere Kunden und "
                    + "bringst sie mit Docker, Kubernetes und MLflow in den Betrieb. Deine Aufgaben: "
                    + "Feature Engineering, Deployment und Monitoring der Modelle im laufenden Betrieb."))
        .contains("de");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Python, SQL, Spark, Airflow, Kubernetes, Docker, Terraform, AWS",
        "Python\nR\nSQL\nTableau\nA/B testing\nCausal inference\nBayesian statistics",
        "PyTorch | TensorFlow | JAX | CUDA | Triton | ONNX | Ray | Kubeflow | MLflow",
        "Requirements: Python, TensorFlow, Keras, Pandas, NumPy. Location: Austin, TX. Full time.",
        "Python",
        "",
        "401 2019 5+",
        "😀 😀 😀"
      })
  void terseListsAreNotCalledForeign(String text) {
    assertThat(detect(text).orElse("en")).isEqualTo("en");
  }

  @Test
  void emptyTextHasNoLanguage() {
    assertThat(detect("")).isEmpty();
  }

  @Test
  void authoredPostingsAreEnglish() {
    assertThat(Shipped.postings())
        .allSatisfy(
            posting ->
                assertThat(
                        DETECTOR.detect(posting.body().text(), SEGMENTER.segment(posting.body())))
                    .contains(LanguageDetector.ENGLISH));
  }

  @Test
  void severalThreadsMayAsk() {
    String german = "Wir suchen eine Person, die gerne mit Zahlen arbeitet und gut erklären kann.";
    assertThat(
            java.util.stream.IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> detect(german).orElse("none"))
                .distinct())
        .containsExactly("de");
  }

  private static Optional<String> detect(String text) {
    return DETECTOR.detect(text, SEGMENTER.segment(PostingBody.ofPlainText(text)));
  }
}
