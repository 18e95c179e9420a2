package dev.truerole.app.cli;

import dev.truerole.classifier.model.ModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit codes: 0 done, 1 some items failed, 2 wrong use. */
@Command(
    name = "truerole",
    description = "Reads job postings and says which job they really are.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Help for a command: truerole COMMAND --help"})
public final class Main implements Runnable {

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), Installation.current(), args));
  }

  /** Runs a command and gives its exit code. */
  static int run(Console console, Installation installation, String... args) {
    return commandLine(console, installation).execute(args);
  }

  static CommandLine commandLine(Console console, Installation installation) {
    CommandLine commands =
        new CommandLine(new Main(console))
            .addSubcommand(new ClassifyCommand(console, installation))
            .addSubcommand(new TrainCommand(console))
            .addSubcommand(new EvaluateCommand(console, installation));
    commands.getSubcommands().values().forEach(Main::addHelp);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(console, e));
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
  }

  /** Problems a user can mend get one line; anything else is a bug and keeps its trace. */
  private static int explain(Console console, Exception e) throws Exception {
    if (e instanceof UsageException || e instanceof IllegalArgumentException) {
      console.err().println("truerole: " + e.getMessage());
      return ExitCodes.WRONG_USE;
    }
    if (e instanceof ModelException) {
      console.err().println("truerole: " + e.getMessage());
      return ExitCodes.WRONG_USE;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      console.err().println("truerole: " + e.getMessage() + cause(e));
      return ExitCodes.FAILED;
    }
    throw e;
  }

  private static String cause(Exception e) {
    return e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
  }

  @Override
  public void run() {
    CommandLine.usage(this, console.out());
    throw new UsageException("name a command");
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"truerole " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
