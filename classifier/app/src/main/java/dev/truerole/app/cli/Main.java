package dev.truerole.app.cli;

import dev.truerole.classifier.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main(Console console) {
    this.console = console;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    CompilerDirectives.addInBackground();
    System.exit(run(Console.ofProcess(), Installation.current(), args));
  }

  /** Runs a command and gives its exit code; answers that did not arrive are a failure. */
  static int run(Console console, Installation installation, String... args) {
    int code = commandLine(console, installation).execute(args);
    if (code == ExitCodes.DONE && console.out().checkError()) {
      console.err().println("truerole: answers cannot be written: " + Unclosed.LOST);
      return ExitCodes.FAILED;
    }
    return code;
  }

  static CommandLine commandLine(Console console, Installation installation) {
    BoardCommand board = new BoardCommand(console);
    CommandLine commands =
        new CommandLine(new Main(console))
            .addSubcommand(new ClassifyCommand(console, installation))
            .addSubcommand(new ServeCommand(console, installation))
            .addSubcommand(new ScrapeCommand(console))
            .addSubcommand(new CommandLine(board).addSubcommand(board.detect()))
            .addSubcommand(new TrainCommand(console))
            .addSubcommand(new DistillCommand(console))
            .addSubcommand(new EvaluateCommand(console, installation))
            .addSubcommand(new SkillsCommand(console, installation))
            .addSubcommand(new CompareCommand(console))
            .addSubcommand(new PromoteCommand(console, installation))
            .addSubcommand(
                new CommandLine(new ModelCommand())
                    .addSubcommand(new ModelCommand.Show(console, installation))
                    .addSubcommand(new ModelCommand.Verify(console, installation)));
    addHelp(commands);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, unparsed) -> wrongUse(e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(console, e));
  }

  private static void addHelp(CommandLine command) {
    for (CommandLine below : command.getSubcommands().values()) {
      below.getCommandSpec().mixinStandardHelpOptions(true);
      addHelp(below);
    }
  }

  /** One line says what is wrong; the whole help would push it off the screen. */
  private static int wrongUse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("truerole: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.WRONG_USE;
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
    if (e instanceof IOException broken) {
      console.err().println("truerole: " + reason(broken));
      return ExitCodes.FAILED;
    }
    if (e instanceof UncheckedIOException broken) {
      console.err().println("truerole: " + broken.getMessage() + ": " + reason(broken.getCause()));
      return ExitCodes.FAILED;
    }
    throw e;
  }

  /** What is wrong, in words: the messages of file exceptions are often but the file's name. */
  static String reason(@Nullable Throwable e) {
    if (!(e instanceof FileSystemException file) || file.getReason() != null) {
      return e == null || e.getMessage() == null ? String.valueOf(e) : e.getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return file.getFile() + ": no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return file.getFile() + ": access denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return file.getFile() + ": there is a file of that name";
    }
    return file.getMessage() + ": " + e.getClass().getSimpleName();
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.err());
    throw new UsageException("name a command");
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    /** What Maven packs; a package's own version is that of whichever of its classes came first. */
    private static final String PACKED = "/META-INF/maven/dev.truerole/truerole-app/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
      Properties packed = new Properties();
      try (InputStream in = Main.class.getResourceAsStream(PACKED)) {
        if (in != null) {
          packed.load(in);
        }
      }
      return new String[] {"truerole " + packed.getProperty("version", "(unpackaged)")};
    }
  }
}
