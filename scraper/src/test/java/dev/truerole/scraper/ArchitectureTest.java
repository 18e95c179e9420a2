package dev.truerole.scraper;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture of this module: who may see whom, and which library lives where. */
class ArchitectureTest {

  private static final String ROOT = "dev.truerole.scraper";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** A room and the rooms it may use; names below the root package, the facade being "". */
  private static final Map<String, Set<String>> ROOMS =
      new TreeMap<>(
          Map.of(
              "", Set.of("board", "crawl", "file", "page", "posting"),
              "posting", Set.of(),
              "page", Set.of(),
              "crawl", Set.of("posting"),
              "board", Set.of("page", "posting"),
              "file", Set.of("board", "page", "posting")));

  /** A library and the rooms it is locked up in. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.jsoup..", Set.of("board"),
          "de.siegmar.fastcsv..", Set.of("file"),
          "com.github.luben.zstd..", Set.of("file"),
          "com.fasterxml.jackson..", Set.of("board", "file"),
          "java.sql..", Set.of("crawl"),
          "org.sqlite..", Set.of("crawl"),
          "okhttp3..", Set.of("page"),
          "crawlercommons..", Set.of("page"));

  @TestFactory
  List<DynamicTest> roomUsesOnlyWhatItMay() {
    return ROOMS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey().isEmpty() ? "facade" : room.getKey(),
                    () -> checkRoom(room.getKey(), room.getValue())))
        .toList();
  }

  private static void checkRoom(String room, Set<String> allowed) {
    String[] forbidden =
        ROOMS.keySet().stream()
            .filter(other -> !other.equals(room) && !allowed.contains(other))
            .map(ArchitectureTest::packageName)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageName(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(CLASSES);
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
        .that()
        .resideOutsideOfPackages(inside)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void publicSignaturesShowNoLibrary() {
    for (JavaClass type : CLASSES) {
      if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
        type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(
                method ->
                    Stream.concat(
                        method.getRawParameterTypes().stream(),
                        Stream.of(method.getRawReturnType())))
            .forEach(
                used ->
                    assertThat(used.getBaseComponentType().getPackageName())
                        .as("type in a signature of %s", type.getName())
                        .matches("|java\\..*|dev\\.truerole\\..*"));
      }
    }
  }

  @Test
  void nobodyFetchesThroughJsoup() {
    noClasses()
        .should()
        .callMethodWhere(target(owner(name("org.jsoup.Jsoup"))).and(target(name("connect"))))
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
  void aThirdOfTheTypesStaysInsideItsRoom() {
    List<JavaClass> types = CLASSES.stream().filter(JavaClass::isTopLevelClass).toList();
    long inside =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat(3 * inside).isGreaterThanOrEqualTo(types.size());
  }

  private static String packageName(String room) {
    return room.isEmpty() ? ROOT : ROOT + "." + room;
  }
}
