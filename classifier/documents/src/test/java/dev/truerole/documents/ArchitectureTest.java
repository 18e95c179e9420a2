package dev.truerole.documents;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.truerole.scraper.file.DocumentReader;
import org.junit.jupiter.api.Test;

/** The architecture of this module: one room, which sees nothing but what it fills in. */
class ArchitectureTest {

  private static final String ROOM = "dev.truerole.documents";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOM);

  @Test
  void roomUsesOnlyWhatItMay() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.truerole..")
                .and(not(resideInAnyPackage(ROOM, "dev.truerole.scraper.file"))))
        .check(CLASSES);
  }

  @Test
  void everyReaderFillsTheContract() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Reader")
        .should()
        .implement(DocumentReader.class)
        .check(CLASSES);
  }
}
