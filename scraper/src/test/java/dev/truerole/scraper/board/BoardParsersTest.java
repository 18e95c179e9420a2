package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardParsersTest {

  @Test
  void everyParserIsRegistered() {
    List<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(BoardParser.class)
                .stream()
                .filter(type -> type.isAssignableTo(BoardParser.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(BoardParsers.all())
        .extracting(parser -> parser.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void anyHtmlIsTriedLast() {
    List<BoardParser> parsers = BoardParsers.all();
    assertThat(parsers.get(parsers.size() - 1)).isInstanceOf(HtmlPageParser.class);
  }
}
