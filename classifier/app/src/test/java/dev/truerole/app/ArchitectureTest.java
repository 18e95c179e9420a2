package dev.truerole.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

  private static final String OURS = "dev.truerole";
  private static final String ROOT = OURS + ".app";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** A room of this module and the rooms of ours it may use. */
  private static final Map<String, Set<String>> ROOMS =
      new TreeMap<>(
          Map.of(
              "app.batch",
              Set.of(
                  "classifier",
                  "classifier.report",
                  "classifier.model",
                  "classifier.skill",
                  "scraper.file",
                  "scraper.posting"),
              "app.web",
              Set.of(
                  "scraper",
                  "classifier",
                  "app.batch",
                  "classifier.report",
                  "classifier.model",
                  "classifier.skill",
                  "classifier.text",
                  "scraper.file",
                  "scraper.page",
                  "scraper.posting"),
              "app.cli",
              Set.of(
                  "scraper",
                  "scraper.posting",
                  "scraper.page",
                  "scraper.board",
                  "scraper.file",
                  "scraper.crawl",
                  "classifier",
                  "classifier.text",
                  "classifier.model",
                  "classifier.train",
                  "classifier.audit",
                  "classifier.skill",
                  "classifier.report",
                  "app.batch",
                  "app.web")));

  /** A library and the rooms it is locked up in. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("picocli..", Set.of("app.cli")),
          Map.entry("me.tongfei.progressbar..", Set.of("app.cli")),
          Map.entry("ai.djl..", Set.of("app.cli")),
          Map.entry("com.fasterxml.jackson..", Set.of("app.cli", "app.web")),
          Map.entry("org.apache.parquet..", Set.of("app.batch")),
          Map.entry("blue.strategic.parquet..", Set.of("app.batch")),
          Map.entry("com.github.luben.zstd..", Set.of("app.batch")),
          Map.entry("io.javalin..", Set.of("app.web")),
          Map.entry("org.eclipse.jetty..", Set.of("app.web")),
          Map.entry("io.prometheus..", Set.of("app.web")),
          Map.entry("org.jsoup..", Set.of()),
          Map.entry("okhttp3..", Set.of()),
          Map.entry("opennlp..", Set.of()),
          Map.entry("de.siegmar.fastcsv..", Set.of()));

  @TestFactory
  List<DynamicTest> roomUsesOnlyWhatItMay() {
    return ROOMS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(), () -> checkRoom(room.getKey(), room.getValue())))
        .toList();
  }

  private static void checkRoom(String room, Set<String> allowed) {
    String[] seen =
        Stream.concat(Stream.of(room), allowed.stream())
            .map(ArchitectureTest::packageName)
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> others =
        resideInAPackage(OURS + "..").and(not(resideInAnyPackage(seen)));
    noClasses()
        .that()
        .resideInAPackage(packageName(room))
        .should()
        .dependOnClassesThat(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyTypeLivesInAKnownRoom() {
    String[] rooms =
        ROOMS.keySet().stream().map(ArchitectureTest::packageName).toArray(String[]::new);
    classes().should().resideInAnyPackage(rooms).check(CLASSES);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  List<DynamicTest> libraryStaysInItsRooms() {
    return LIBRARIES.entrySet().stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getKey(), () -> checkLibrary(library.getKey(), library.getValue())))
        .toList();
  }

  private static void checkLibrary(String library, Set<String> rooms) {
    String[] inside = rooms.stream().map(ArchitectureTest::packageName).toArray(String[]::new);
    noClasses()
        .that(not(resideInAnyPackage(inside)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void commandsChooseDevicesAndTouchNothingElseOfTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("ai.djl..")
                .and(not(JavaClass.Predicates.equivalentTo(Device.class)))
                .and(not(JavaClass.Predicates.equivalentTo(Engine.class))))
        .check(CLASSES);
  }

  @Test
  void onlyTheConsoleTouchesTheStandardStreams() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.Console")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void nullIsBannedFromEveryPackage() {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(packages).isNotEmpty();
    for (String name : packages) {
      assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class)).as(name).isTrue();
    }
  }

  @Test
  void aThirdOfTheTypesStaysInsideItsRoom() {
    List<JavaClass> types = CLASSES.stream().filter(JavaClass::isTopLevelClass).toList();
    long inside =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat(3 * inside).isGreaterThanOrEqualTo(types.size());
  }

  private static String packageName(String room) {
    return OURS + "." + room;
  }
}
