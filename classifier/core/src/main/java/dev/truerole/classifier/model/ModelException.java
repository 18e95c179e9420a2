package dev.truerole.classifier.model;

import java.nio.file.Path;

/** A model directory that cannot be used, with the directory and what is wrong with it. */
public final class ModelException extends RuntimeException {

  private final Path directory;

  /**
   * @param directory the model's
   * @param problem what is wrong and what to do
   */
  public ModelException(Path directory, String problem) {
    super("model " + directory + ": " + problem);
    this.directory = directory;
  }

  ModelException(Path directory, String problem, Throwable cause) {
    super("model " + directory + ": " + problem, cause);
    this.directory = directory;
  }

  /** The directory of the model. */
  public Path directory() {
    return directory;
  }
}
