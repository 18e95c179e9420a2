package dev.truerole.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The programs that {@code compare.py} runs: the data that all contestants share, the peers written
 * in Java, and the picture.
 *
 * <pre>java -cp classifier/bench/target/bench.jar dev.truerole.bench.Peers --help</pre>
 */
@Command(
    name = "peers",
    description = "Data, peers and picture of the comparison; compare.py runs them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DataCommand.class,
      OpenNlpCommand.class,
      MiniLmCommand.class,
      ChartCommand.class
    })
final class Peers {

  private Peers() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Peers()).execute(arguments));
  }
}
