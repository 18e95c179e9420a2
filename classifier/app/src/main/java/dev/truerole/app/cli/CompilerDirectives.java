package dev.truerole.app.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells the virtual machine which methods its second compiler is to leave to the first. Its own
 * option for that would write a line to standard output, among the answers.
 */
final class CompilerDirectives {

  /** Where the launcher names the file. */
  private static final String FILE = "truerole.directives";

  private CompilerDirectives() {}

  /** Reads the launcher's file beside all that goes on, if it named one. */
  static void addInBackground() {
    String file = System.getProperty(FILE);
    if (file != null) {
      Thread thread = new Thread(() -> addOrGoWithout(Path.of(file)), "directives");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void addOrGoWithout(Path file) {
    try {
      add(file);
    } catch (JMException | RuntimeException e) {
      // Another virtual machine: all works as well without, only slower.
      System.getLogger(CompilerDirectives.class.getName()).log(System.Logger.Level.DEBUG, e);
    }
  }

  /**
   * Adds the directives of a file, in the virtual machine's own format.
   *
   * @return what the virtual machine says to them
   * @throws JMException if this virtual machine takes none
   */
  static String add(Path file) throws JMException {
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    String[] arguments = {'"' + file.toString() + '"'};
    return String.valueOf(
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                commands,
                "compilerDirectivesAdd",
                new Object[] {arguments},
                new String[] {String[].class.getName()}));
  }
}
