package dev.truerole.app.cli;

import dev.truerole.classifier.train.TrainingListener;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how training goes: a bar with loss, speed and time left for each epoch, a line after. */
final class TrainingConsole implements TrainingListener, AutoCloseable {

  private final Console console;
  private final boolean quiet;
  private @Nullable Progress bar;

  TrainingConsole(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  @Override
  public void phase(String what) {
    if (!quiet) {
      console.err().println(what + " …");
    }
  }

  @Override
  public void step(int epoch, int step, int stepsInEpoch, double loss) {
    if (bar == null) {
      bar = Progress.steps(console, quiet, "Epoch " + epoch, stepsInEpoch);
    }
    bar.add(1);
    bar.note(String.format(Locale.ROOT, "loss %.3f", loss));
  }

  @Override
  public void epoch(int epoch, int epochs, double loss, double validationLoss, double seconds) {
    close();
    if (!quiet) {
      String validation =
          Double.isNaN(validationLoss)
              ? ""
              : String.format(Locale.ROOT, "  validation %.4f", validationLoss);
      console
          .err()
          .printf(
              Locale.ROOT,
              "epoch %2d of %d  loss %.4f%s  %.1f s, at most %.0f s left%n",
              epoch,
              epochs,
              loss,
              validation,
              seconds,
              seconds * (epochs - epoch));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
