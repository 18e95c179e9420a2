package dev.truerole.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The architecture of this module: whom its one room may see, and by which libraries it works. */
class ArchitectureTest {

  private static final String ROOM = "dev.truerole.spark";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOM);

  @Test
  void theRoomUsesOnlyWhatItMay() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOM,
                "dev.truerole.classifier",
                "dev.truerole.classifier.report",
                "dev.truerole.classifier.model",
                "dev.truerole.classifier.skill",
                "dev.truerole.scraper.file",
                "dev.truerole.scraper.posting",
                "org.apache.spark..",
                "scala..",
                "picocli..",
                "org.jspecify..",
                "java..",
                ""))
        .check(CLASSES);
  }

  @Test
  void nothingOutsideTheOnePackage() {
    classes().should().resideInAPackage(ROOM).check(CLASSES);
  }

  @Test
  void nobodyPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void theRoomIsNullMarked() {
    for (JavaClass type : CLASSES) {
      assertThat(type.getPackage().isAnnotatedWith(NullMarked.class)).isTrue();
    }
  }

  @Test
  void theDoorsAreFew() {
    List<String> doors =
        CLASSES.stream()
            .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
            .map(JavaClass::getSimpleName)
            .toList();
    assertThat(doors).containsExactlyInAnyOrder("RoleTransform", "ClassifyJob");
  }
}
