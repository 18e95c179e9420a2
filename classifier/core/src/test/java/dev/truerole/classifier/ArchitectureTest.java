package dev.truerole.classifier;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.truerole.classifier.network.Architecture;
import dev.truerole.classifier.network.Architectures;
import dev.truerole.classifier.report.FailureReport;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture of this module: who may see whom, and which library lives where. */
class ArchitectureTest {

  private static final String ROOT = "dev.truerole.classifier";
  private static final String POSTING = "dev.truerole.scraper.posting";
  private static final String FILE = "dev.truerole.scraper.file";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** A room and the rooms it may use; names below the root package, the facade being "". */
  private static final Map<String, Set<String>> ROOMS =
      new TreeMap<>(
          Map.of(
              "text", Set.of(POSTING),
              "feature", Set.of("text", POSTING),
              "network", Set.of(),
              "model", Set.of("text", "feature", "network", POSTING),
              "train", Set.of("text", "feature", "network", "model", POSTING, FILE),
              "audit", Set.of("text", "model", "train", POSTING, FILE),
              "skill", Set.of("text", "feature", "network", "model", POSTING),
              "", Set.of("text", "model", "skill", POSTING),
              "report", Set.of("", "text", "model", "skill", "train", "audit", POSTING)));

  /** A library and the rooms it is locked up in. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "opennlp..", Set.of("text"),
          "ai.djl..", Set.of("feature", "network", "model", "train"),
          "com.fasterxml.jackson..", Set.of("model", "train", "report"),
          "de.siegmar.fastcsv..", Set.of("report"),
          "com.hankcs..", Set.of("text"),
          "com.google.protobuf..", Set.of("model"),
          "org.apache.commons.math3..", Set.of("train", "audit"),
          "org.knowm..", Set.of("report"));

  @TestFactory
  Stream<DynamicTest> roomUsesOnlyWhatItMay() {
    return ROOMS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey().isEmpty() ? "facade" : room.getKey(),
                    () -> checkRoom(room.getKey(), room.getValue())));
  }

  private static void checkRoom(String room, Set<String> allowed) {
    String[] seen =
        Stream.concat(Stream.of(room), allowed.stream())
            .map(ArchitectureTest::packageName)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(packageName(room))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.truerole..").or(resideInAnyPackage(seen)))
        .check(CLASSES);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> libraryStaysInItsRooms() {
    return LIBRARIES.entrySet().stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getKey(), () -> checkLibrary(library.getKey(), library.getValue())));
  }

  private static void checkLibrary(String library, Set<String> rooms) {
    String[] inside = rooms.stream().map(ArchitectureTest::packageName).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(inside)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
    classes()
        .that(alwaysTrue())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                Stream.concat(
                        Stream.of(
                            "java..", "javax.imageio..", "dev.truerole..", "org.jspecify..", ""),
                        LIBRARIES.keySet().stream())
                    .toArray(String[]::new)))
        .because("a library without a row here has no room")
        .check(CLASSES);
  }

  @Test
  void nobodyPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void everyTypeLivesInAKnownRoom() {
    String[] rooms =
        ROOMS.keySet().stream().map(ArchitectureTest::packageName).toArray(String[]::new);
    classes().should().resideInAnyPackage(rooms).check(CLASSES);
  }

  @Test
  void everyRoomIsNullMarked() {
    for (JavaClass type : CLASSES) {
      assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
          .as("package of %s is @NullMarked", type.getName())
          .isTrue();
    }
  }

  @Test
  void aThirdOfTheTypesStaysInsideItsRoom() {
    List<JavaClass> types =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();
    long inside = types.stream().filter(type -> !type.getModifiers().contains(PUBLIC)).count();
    assertThat(3 * inside)
        .as("%s of %s types are package-private", inside, types.size())
        .isGreaterThanOrEqualTo(types.size());
  }

  @Test
  void everyArchitectureIsRegistered() {
    assertThat(implementing(Architecture.class))
        .containsExactlyInAnyOrderElementsOf(
            Architectures.all().stream().map(each -> each.getClass().getName()).toList());
  }

  @Test
  void everyReportWriterIsAFormat() {
    Stream<ReportWriter> formats =
        Arrays.stream(ReportFormat.values())
            .map(format -> format.part(new StringWriter(), ReportOptions.plain(), true));
    Stream<ReportWriter> others =
        Stream.of(
            ReportFormat.JSON.open(new StringWriter(), ReportOptions.plain()),
            new FailureReport(new StringWriter()));
    assertThat(implementing(ReportWriter.class))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(formats, others)
                .map(writer -> writer.getClass().getName())
                .collect(Collectors.toSet()));
  }

  private static List<String> implementing(Class<?> contract) {
    return CLASSES.stream()
        .filter(type -> type.isAssignableTo(contract) && !type.isInterface())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(JavaClass::getName)
        .toList();
  }

  private static String packageName(String room) {
    if (room.startsWith("dev.")) {
      return room;
    }
    return room.isEmpty() ? ROOT : ROOT + "." + room;
  }
}
