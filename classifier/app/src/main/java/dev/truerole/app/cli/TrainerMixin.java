package dev.truerole.app.cli;

import ai.djl.Device;
import dev.truerole.classifier.train.RoleTrainer;
import dev.truerole.classifier.train.TeacherScores;
import dev.truerole.classifier.train.TrainingListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which plan a command trains, and where. */
final class TrainerMixin {

  @Mixin private final PlanMixin plan = new PlanMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = {
        "Keep what a pre-trained encoder's frozen layers make of texts here, about 0.4 MB a",
        "posting, so that they are computed once. Default: computed anew each time."
      })
  private @Nullable Path cache;

  /**
   * The trainer.
   *
   * @throws UsageException if there is no such plan or device
   */
  RoleTrainer trainer(TrainingListener listener) {
    return trainer(listener, TeacherScores.NONE);
  }

  /**
   * The same, taught by a teacher too.
   *
   * @throws UsageException if there is no such plan or device
   */
  RoleTrainer trainer(TrainingListener listener, TeacherScores teacher) {
    return new RoleTrainer(plan.plan(), device.device(), listener, cache, teacher);
  }

  /** Where networks run. */
  Device device() {
    return device.device();
  }
}
