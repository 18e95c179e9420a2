package dev.truerole.app.cli;

import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.ScrapeOutcome;
import dev.truerole.scraper.board.BoardSource;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truerole board}: whose board it is. */
@Command(
    name = "board",
    description = "Tells which job board is behind an address.",
    synopsisSubcommandLabel = "detect")
final class BoardCommand implements Runnable {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  BoardCommand(Console console) {
    this.console = console;
  }

  /** What stands below it. */
  Detect detect() {
    return new Detect(console);
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.err());
    throw new UsageException("say what to do: truerole board detect URL");
  }

  /** {@code truerole board detect}: the provider, the employer and the listing behind a page. */
  @Command(
      name = "detect",
      description = {
        "Prints the provider of a board, what it calls the employer, and where the whole board can"
            + " be read, separated by tabs.",
        "Looks at the page only if the address does not tell."
      },
      footer = {"", "Exit code: 0 found, 1 not found, 2 wrong use."})
  static final class Detect implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "URL", description = "An employer's jobs page or a posting.")
    private String address = "";

    @Mixin private final FetchMixin fetch = new FetchMixin();

    private Detect(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      URI url = FetchMixin.url(address);
      JobScraper.Detection found = new JobScraper(fetch.fetcher(), Clock.systemUTC()).detect(url);
      found.source().ifPresent(this::print);
      if (found.source().isPresent()) {
        return ExitCodes.DONE;
      }
      String reason =
          found
              .refusal()
              .map(ScrapeOutcome.Refused::message)
              .orElse("Neither the address nor its page names a board that TrueRole knows.");
      console.err().println("truerole: " + address + ": " + reason);
      return ExitCodes.FAILED;
    }

    private void print(BoardSource source) {
      for (URI listing : source.listing()) {
        console.out().println(source.name() + "\t" + source.tenant() + "\t" + listing);
      }
    }
  }
}
