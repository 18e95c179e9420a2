package dev.truerole.classifier.train;

import ai.djl.Device;
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
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.network.Architectures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains a network by a plan. The same plan and data give the same weights on a CPU. */
public final class RoleTrainer {

  /** Share of all steps in which the learning rate rises. */
  private static final double WARM_UP = 0.05;

  /** The learning rate's share at the first step. */
  private static final double FIRST_RATE = 0.02;

  /** From fewer texts, word vectors are worse than none. */
  private static final int ENOUGH_TEXTS = 2000;

  private final TrainingPlan plan;
  private final Device device;
  private final TrainingListener listener;

  /** A trainer for one plan on one device. */
  public RoleTrainer(TrainingPlan plan, Device device, TrainingListener listener) {
    this.plan = plan;
    this.device = device;
    this.listener = listener;
  }

  /**
   * Trains on the labelled postings; the others help to learn words.
   *
   * @param postings labelled and not
   * @param checkpoints where an interrupted run goes on from and leaves its state, null for nowhere
   * @throws IllegalArgumentException if no posting is labelled
   */
  public TrainedModel train(List<CorpusPosting> postings, @Nullable Path checkpoints) {
    if (postings.stream().allMatch(posting -> posting.label() == null)) {
      throw new IllegalArgumentException("no posting has a label: there is nothing to learn from");
    }
    List<CorpusPosting> learned = postings;
    List<CorpusPosting> held = List.of();
    if (plan.validation() > 0) {
      int parts = Math.max(2, (int) Math.round(1 / plan.validation()));
      Folds folds = Folds.of(postings, parts, plan.seed());
      learned = folds.rest(0);
      held = folds.held(0);
    }
    Checkpoint checkpoint =
        checkpoints == null ? null : new Checkpoint(checkpoints, fingerprint(postings));
    NDManager manager = NDManager.newBaseManager(device);
    try {
      return train(learned, held, checkpoint, manager);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private TrainedModel train(
      List<CorpusPosting> learned,
      List<CorpusPosting> held,
      @Nullable Checkpoint checkpoint,
      NDManager manager) {
    listener.phase("learning the vocabulary");
    Vocabulary vocabulary = vocabulary(learned);
    PostingEncoder encoder = new PostingEncoder(vocabulary);
    Map<String, Double> hyperparameters = hyperparameters();
    Block block = block(vocabulary.size(), hyperparameters, manager);
    if (plan.wordVectors() && learned.size() >= ENOUGH_TEXTS) {
      listener.phase("learning word vectors from " + learned.size() + " texts");
      setVectors(block, encode(encoder, learned), vocabulary.size());
    }
    List<CorpusPosting> labelled = learned.stream().filter(p -> p.label() != null).toList();
    Examples examples = new Examples(encoder, labelled);
    Run run = new Run(block, vocabulary.size(), examples, new Examples(encoder, held), manager);
    List<TrainedModel.EpochLosses> history = run.epochs(checkpoint);
    return new TrainedModel(
        block, vocabulary, manager, plan.architecture(), hyperparameters, history, held);
  }

  private Map<String, Double> hyperparameters() {
    return Architectures.hyperparameters(
        Architectures.named(plan.architecture()), plan.hyperparameters());
  }

  /** Cuts grow with the corpus: a pair is worth its vector only where it comes up often enough. */
  private Vocabulary vocabulary(List<CorpusPosting> postings) {
    int postingsPerWordCut = 3500;
    int postingsPerPairCut = 500;
    int word = Math.max(2, postings.size() / postingsPerWordCut);
    int pair = Math.max(12, postings.size() / postingsPerPairCut);
    return Vocabulary.learn(
        postings.stream().map(CorpusPosting::segments).toList(),
        plan.minWordPostings() > 0 ? plan.minWordPostings() : word,
        plan.minPairPostings() > 0 ? plan.minPairPostings() : pair);
  }

  private static List<EncodedPosting> encode(PostingEncoder encoder, List<CorpusPosting> postings) {
    return postings.parallelStream().map(posting -> encoder.encode(posting.segments())).toList();
  }

  private Block block(int features, Map<String, Double> hyperparameters, NDManager manager) {
    Engine.getInstance().setRandomSeed((int) plan.seed());
    return Architectures.initialized(
        plan.architecture(), features, PostingEncoder.MARKS, hyperparameters, manager);
  }

  private void setVectors(Block block, List<EncodedPosting> texts, int features) {
    block.getParameters().stream()
        .filter(named -> named.getKey().equals("vectors"))
        .findFirst()
        .ifPresent(
            named -> {
              NDArray array = named.getValue().getArray();
              int dimensions = (int) array.getShape().get(1);
              float[][] vectors = WordVectors.learn(texts, features, dimensions, plan.seed());
              float[] flat = new float[features * dimensions];
              for (int i = 0; i < features; i++) {
                System.arraycopy(vectors[i], 0, flat, i * dimensions, dimensions);
              }
              Weights.copy(array.getManager().create(flat, array.getShape()), array);
            });
  }

  private String fingerprint(List<CorpusPosting> postings) {
    long hash = 1;
    for (CorpusPosting posting : postings) {
      hash = hash * 31 + posting.posting().body().text().hashCode();
      hash = hash * 31 + (posting.label() == null ? 0 : posting.label().toString().hashCode());
    }
    return plan + " on " + postings.size() + " postings " + Long.toHexString(hash);
  }

  /** Encoded postings beside their labels. */
  private record Examples(List<EncodedPosting> postings, List<Label> labels) {
    Examples(PostingEncoder encoder, List<CorpusPosting> postings) {
      this(encode(encoder, postings), postings.stream().map(CorpusPosting::labelled).toList());
    }

    Examples pick(List<Integer> indices) {
      return new Examples(
          indices.stream().map(postings::get).toList(), indices.stream().map(labels::get).toList());
    }
  }

  /** One training run: the network with its optimiser, epoch after epoch. */
  private final class Run {
    private final Block block;
    private final int features;
    private final Examples examples;
    private final Examples held;
    private final NDManager manager;
    private final Map<String, Parameter> trained = new LinkedHashMap<>();
    private final Map<String, NDArray> bestWeights = new LinkedHashMap<>();
    private final List<TrainedModel.EpochLosses> history = new ArrayList<>();
    private final int epochs;
    private int steps;
    private int bestEpoch;
    private double bestLoss = Double.MAX_VALUE;

    Run(Block block, int features, Examples examples, Examples held, NDManager manager) {
      this.block = block;
      this.features = features;
      this.examples = examples;
      this.held = held;
      this.manager = manager;
      this.epochs = plan.epochsFor(examples.labels().size());
      block.getParameters().stream()
          .filter(named -> named.getValue().requiresGradient())
          .forEach(named -> trained.put(named.getKey(), named.getValue()));
      trained.values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
      if (!held.labels().isEmpty()) {
        trained.forEach((name, p) -> bestWeights.put(name, p.getArray().duplicate()));
      }
    }

    List<TrainedModel.EpochLosses> epochs(@Nullable Checkpoint checkpoint) {
      try (AdamW optimizer = new AdamW(trained, manager)) {
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
      List<List<Integer>> batches = shuffled(epoch);
      double sum = 0;
      for (int i = 0; i < batches.size(); i++) {
        double rate = rate((double) steps / ((double) epochs * batches.size()));
        double loss = step(examples.pick(batches.get(i)), optimizer, rate, words);
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

    private List<List<Integer>> shuffled(int epoch) {
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, examples.labels().size()).boxed().toList());
      Collections.shuffle(order, new Random(plan.seed() * 1000 + epoch));
      List<List<Integer>> batches = new ArrayList<>();
      for (int from = 0; from < order.size(); from += plan.batch()) {
        batches.add(order.subList(from, Math.min(order.size(), from + plan.batch())));
      }
      return batches;
    }

    private double rate(double progress) {
      double rise = Math.min(1, progress / WARM_UP + FIRST_RATE);
      return plan.learningRate() * rise * (1 - progress);
    }

    private double step(Examples batch, AdamW optimizer, double rate, SplittableRandom words) {
      try (NDManager scratch = manager.newSubManager();
          GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDList inputs =
            PostingBatches.tensors(
                scratch,
                batch.postings(),
                features,
                () -> words.nextDouble() >= plan.wordDropout());
        NDList outputs = block.forward(new ParameterStore(scratch, false), inputs, true);
        NDArray loss = RoleLoss.of(scratch, outputs, batch.labels());
        collector.backward(loss);
        optimizer.step(rate, plan.weightDecay());
        collector.zeroGradients();
        return loss.getFloat();
      }
    }

    private double validationLoss() {
      double sum = 0;
      for (List<Integer> batch :
          PostingBatches.byLength(held.postings(), plan.batch(), Integer.MAX_VALUE)) {
        Examples part = held.pick(batch);
        try (NDManager scratch = manager.newSubManager()) {
          NDList inputs = PostingBatches.tensors(scratch, part.postings(), features);
          NDList outputs = block.forward(new ParameterStore(scratch, false), inputs, false);
          sum += RoleLoss.of(scratch, outputs, part.labels()).getFloat() * batch.size();
        }
      }
      return held.labels().isEmpty() ? Double.NaN : sum / held.labels().size();
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
}
