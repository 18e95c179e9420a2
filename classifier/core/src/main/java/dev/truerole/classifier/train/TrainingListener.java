package dev.truerole.classifier.train;

/** Hears how training goes. Called from the training thread. */
public interface TrainingListener {

  /** A phase begins: reading words, learning vectors and the like. */
  void phase(String what);

  /** A step was taken. */
  void step(int epoch, int step, int stepsInEpoch, double loss);

  /**
   * An epoch ended.
   *
   * @param validationLoss NaN where nothing was kept back
   */
  void epoch(int epoch, int epochs, double loss, double validationLoss, double seconds);

  /** Hears nothing. */
  static TrainingListener silent() {
    return new TrainingListener() {
      @Override
      public void phase(String what) {}

      @Override
      public void step(int epoch, int step, int stepsInEpoch, double loss) {}

      @Override
      public void epoch(
          int epoch, int epochs, double loss, double validationLoss, double seconds) {}
    };
  }
}
