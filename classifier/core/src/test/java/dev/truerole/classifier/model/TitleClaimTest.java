package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleClaimTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Data Scientist | DATA_SCIENTIST",
        "Senior Data Scientist II, Pricing | DATA_SCIENTIST",
        "Head of Data Science | DATA_SCIENTIST",
        "Decision Scientist | DATA_SCIENTIST",
        "Biostatistician | DATA_SCIENTIST",
        "Quantitative Analyst | DATA_SCIENTIST",
        "Research Scientist | DATA_SCIENTIST",
        "Machine Learning Engineer | ML_ENGINEER",
        "Staff ML Engineer (Ranking) | ML_ENGINEER",
        "MLOps Engineer | ML_ENGINEER",
        "AI Platform Engineer | ML_ENGINEER",
        "Software Engineer, Generative AI | ML_ENGINEER",
        "Computer Vision Engineer | ML_ENGINEER",
        "LLM Developer | ML_ENGINEER",
        "Data Scientist / Machine Learning Engineer | HYBRID",
        "ML Engineer & Data Scientist | HYBRID",
        "Applied Scientist | HYBRID",
        "Full-Stack Data Scientist | HYBRID",
        "Data Analyst | OTHER",
        "Backend Developer | OTHER",
        "HTML Designer | OTHER",
        "Maintenance Engineer | OTHER",
        "Nurse | OTHER"
      })
  void titleClaimsARole(String title, Role role) {
    assertThat(TitleClaim.of(title)).contains(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void blankTitleClaimsNothing(String title) {
    assertThat(TitleClaim.of(title)).isEmpty();
  }

  @Test
  void noTitleClaimsNothing() {
    assertThat(TitleClaim.of(null)).isEmpty();
  }
}
