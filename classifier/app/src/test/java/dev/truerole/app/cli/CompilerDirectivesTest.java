package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompilerDirectivesTest {

  private static final Path FILE = Cli.HOME.resolve("classifier/app/compiler.json");

  @TempDir Path folder;

  @Test
  void theVirtualMachineTakesThem() throws JMException {
    assertThat(CompilerDirectives.add(FILE)).contains("1 compiler directives added");
  }

  @Test
  void theirFolderMayHaveSpacesInItsName() throws IOException, JMException {
    Path copy = Files.copy(FILE, Files.createDirectory(folder.resolve("a b")).resolve("c d.json"));
    assertThat(CompilerDirectives.add(copy)).contains("1 compiler directives added");
  }

  @ParameterizedTest
  @MethodSource("ownMethods")
  void everyMethodNamedIsThere(String pattern) throws ClassNotFoundException {
    String type = pattern.substring(0, pattern.lastIndexOf('.')).replace('/', '.');
    String method = pattern.substring(pattern.lastIndexOf('.') + 1);
    boolean lambda = type.contains("$$");
    Class<?> named = Class.forName(lambda ? type.substring(0, type.indexOf("$$")) : type);
    assertThat(lambda || declares(named, method)).as("%s", pattern).isTrue();
  }

  private static boolean declares(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method));
  }

  static Stream<String> ownMethods() throws IOException {
    JsonNode directives =
        new ObjectMapper()
            .configure(JsonParser.Feature.ALLOW_COMMENTS, true)
            .readTree(Files.readString(FILE));
    List<String> patterns = new ArrayList<>();
    directives.get(0).get("match").forEach(pattern -> patterns.add(pattern.asText()));
    List<String> own = patterns.stream().filter(p -> p.startsWith("dev/truerole/")).toList();
    assertThat(own).isNotEmpty();
    return own.stream();
  }
}
