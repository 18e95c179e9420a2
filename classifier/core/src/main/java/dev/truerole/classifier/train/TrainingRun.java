package dev.truerole.classifier.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingBatches;
import dev.truerole.classifier.feature.SequenceInput;
import dev.truerole.classifier.network.PretrainedNetwork;
import dev.truerole.classifier.network.Scalars;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One training run: the network with its optimiser, epoch after epoch. Use once. */
final class TrainingRun {

  /** Share of all steps in which the learning rate rises. */
  private static final double WARM_UP = 0.05;

  /** The learning rate's share at the first step. */
  private static final double FIRST_RATE = 0.02;

  /** What the steps work on: a network, its input and where it lives. */
  record Subject(Block block, int features, SequenceInput sequences, NDManager manager) {}

  private final TrainingPlan plan;
  private final TrainingListener listener;
  private final Block block;
  private final int features;
  private final SequenceInput sequences;
  private final List<Example> labelled;
  private final List<Example> unlabelled;
  private final List<Example> held;
  private final NDManager manager;
  private final Map<String, Parameter> trained = new LinkedHashMap<>();
  private final Map<String, NDArray> bestWeights = new LinkedHashMap<>();
  private final List<TrainedModel.EpochLosses> history = new ArrayList<>();
  private final int othersInEpoch;
  private final int epochs;
  private int steps;
  private int bestEpoch;
  private double bestLoss = Double.MAX_VALUE;

  /**
   * @param examples labelled, or with a teacher's word, or both
   * @param held labelled ones to stop early by, possibly none
   */
  TrainingRun(
      TrainingPlan plan,
      TrainingListener listener,
      Subject subject,
      List<Example> examples,
      List<Example> held) {
    this.plan = plan;
    this.listener = listener;
    this.block = subject.block();
    this.features = subject.features();
    this.sequences = subject.sequences();
    this.manager = subject.manager();
    this.labelled = examples.stream().filter(example -> example.label() != null).toList();
    this.unlabelled = examples.stream().filter(example -> example.label() == null).toList();
    this.held = held;
    this.othersInEpoch =
        labelled.isEmpty() ? unlabelled.size() : Math.min(unlabelled.size(), labelled.size());
    this.epochs = plan.epochsFor(Math.max(labelled.size(), othersInEpoch));
    block.getParameters().stream()
        .filter(named -> named.getValue().requiresGradient())
        .forEach(named -> trained.put(named.getKey(), named.getValue()));
    trained.values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
    if (!held.isEmpty()) {
      trained.forEach((name, p) -> bestWeights.put(name, p.getArray().duplicate()));
    }
  }

  List<TrainedModel.EpochLosses> epochs(@Nullable Checkpoint checkpoint) {
    try (AdamW optimizer = new AdamW(trained, encoder(), plan.encoderRate(), manager)) {
      int done = checkpoint == null ? 0 : resume(checkpoint, optimizer);
      for (int epoch = done + 1; epoch <= epochs && !exhausted(epoch); epoch++) {
        epoch(epoch, optimizer);
        if (checkpoint != null) {
          checkpoint.save(state(checkpoint, epoch), trained, optimizer, bestWeights);
        }
      }
    }
    finish();
    if (checkpoint != null) {
      checkpoint.delete();
    }
    return history;
  }

  private Collection<Parameter> encoder() {
    return block instanceof PretrainedNetwork network
        ? network.encoderParameters().values()
        : List.of();
  }

  private boolean exhausted(int epoch) {
    return bestEpoch > 0 && epoch - bestEpoch > plan.patience();
  }

  private Checkpoint.State state(Checkpoint checkpoint, int epoch) {
    return checkpoint.state(epoch, steps, bestEpoch, bestLoss, history);
  }

  private int resume(Checkpoint checkpoint, AdamW optimizer) {
    return checkpoint
        .restore(trained, optimizer, bestWeights)
        .map(
            state -> {
              steps = state.steps();
              bestEpoch = state.bestEpoch();
              bestLoss = state.bestLoss();
              history.addAll(state.history());
              listener.phase("going on after epoch " + state.epoch());
              return state.epoch();
            })
        .orElse(0);
  }

  private void epoch(int epoch, AdamW optimizer) {
    long started = System.nanoTime();
    Engine.getInstance().setRandomSeed((int) (plan.seed() * 1000 + epoch));
    SplittableRandom words = new SplittableRandom(plan.seed() * 1000 + epoch);
    List<List<Example>> batches = batches(epoch);
    double sum = 0;
    for (int i = 0; i < batches.size(); i++) {
      double rate = rate((double) steps / ((double) epochs * batches.size()));
      double loss = step(batches.get(i), optimizer, rate, words);
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            "the loss is " + loss + " in epoch " + epoch + "; try a lower learning rate");
      }
      steps++;
      sum += loss;
      listener.step(epoch, i + 1, batches.size(), loss);
    }
    double validation = validationLoss();
    keepIfBest(epoch, validation);
    double seconds = (System.nanoTime() - started) / 1e9;
    history.add(new TrainedModel.EpochLosses(epoch, sum / batches.size(), validation, seconds));
    listener.epoch(epoch, epochs, sum / batches.size(), validation, seconds);
  }

  /** All labelled examples and as many others, new ones each time as long as there are any. */
  private List<List<Example>> batches(int epoch) {
    List<Example> drawn = new ArrayList<>(labelled);
    List<Example> others = new ArrayList<>(unlabelled);
    Collections.shuffle(others, new Random(plan.seed()));
    Collections.rotate(others, -(epoch - 1) * othersInEpoch);
    drawn.addAll(others.subList(0, othersInEpoch));
    Collections.shuffle(drawn, new Random(plan.seed() * 1000 + epoch));
    List<List<Example>> batches = new ArrayList<>();
    for (int from = 0; from < drawn.size(); from += plan.batch()) {
      batches.add(drawn.subList(from, Math.min(drawn.size(), from + plan.batch())));
    }
    return batches;
  }

  private double rate(double progress) {
    double rise = Math.min(1, progress / WARM_UP + FIRST_RATE);
    return plan.learningRate() * rise * (1 - progress);
  }

  private double step(List<Example> batch, AdamW optimizer, double rate, SplittableRandom words) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDList inputs =
          PostingBatches.tensors(
              scratch,
              postings(batch),
              features,
              () -> words.nextDouble() >= plan.wordDropout(),
              sequences);
      NDList outputs = block.forward(new ParameterStore(scratch, false), inputs, true);
      NDArray loss = loss(scratch, outputs, batch);
      collector.backward(loss);
      optimizer.step(rate, plan.weightDecay(), plan.maxGradient());
      collector.zeroGradients();
      return loss.getFloat();
    }
  }

  private NDArray loss(NDManager scratch, NDList outputs, List<Example> batch) {
    NDArray loss = RoleLoss.of(scratch, outputs, labels(batch));
    return batch.stream().allMatch(example -> example.teacher() == null)
        ? loss
        : loss.add(
            Scalars.times(DistillationLoss.of(scratch, outputs, batch), plan.teacherWeight()));
  }

  private static List<EncodedPosting> postings(List<Example> examples) {
    return examples.stream().map(Example::posting).toList();
  }

  private static List<@Nullable Label> labels(List<Example> examples) {
    List<@Nullable Label> labels = new ArrayList<>();
    examples.forEach(example -> labels.add(example.label()));
    return labels;
  }

  private double validationLoss() {
    double sum = 0;
    for (List<Integer> batch :
        PostingBatches.byLength(postings(held), plan.batch(), Integer.MAX_VALUE)) {
      List<Example> part = batch.stream().map(held::get).toList();
      try (NDManager scratch = manager.newSubManager()) {
        NDList inputs =
            PostingBatches.tensors(scratch, postings(part), features, () -> true, sequences);
        NDList outputs = block.forward(new ParameterStore(scratch, false), inputs, false);
        sum += RoleLoss.of(scratch, outputs, labels(part)).getFloat() * batch.size();
      }
    }
    return held.isEmpty() ? Double.NaN : sum / held.size();
  }

  private void keepIfBest(int epoch, double validation) {
    if (validation < bestLoss) {
      bestLoss = validation;
      bestEpoch = epoch;
      bestWeights.forEach((name, kept) -> Weights.copy(parameter(name).getArray(), kept));
    }
  }

  private void finish() {
    trained.values().forEach(parameter -> parameter.getArray().setRequiresGradient(false));
    if (bestEpoch > 0) {
      bestWeights.forEach((name, kept) -> Weights.copy(kept, parameter(name).getArray()));
    }
  }

  private Parameter parameter(String name) {
    Parameter parameter = trained.get(name);
    if (parameter == null) {
      throw new IllegalStateException("no parameter " + name);
    }
    return parameter;
  }
}
