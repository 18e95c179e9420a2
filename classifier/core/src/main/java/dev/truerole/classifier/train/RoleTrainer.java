package dev.truerole.classifier.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.SequenceInput;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.network.Architectures;
import dev.truerole.classifier.network.PretrainedNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trains a network by a plan. The same plan and data give the same weights on a CPU. */
public final class RoleTrainer {

  /** From fewer texts, word vectors are worse than none. */
  private static final int ENOUGH_TEXTS = 2000;

  private final TrainingPlan plan;
  private final Device device;
  private final TrainingListener listener;
  private final @Nullable Path cache;
  private final TeacherScores teacher;

  /** A trainer for one plan on one device. */
  public RoleTrainer(TrainingPlan plan, Device device, TrainingListener listener) {
    this(plan, device, listener, null, TeacherScores.NONE);
  }

  /**
   * A trainer that keeps what frozen layers make of a text, or learns from a teacher too.
   *
   * @param cache directory for the activations of frozen layers, so that they are computed once;
   *     null computes them each time
   * @param teacher what a teacher says of postings, labelled or not
   */
  public RoleTrainer(
      TrainingPlan plan,
      Device device,
      TrainingListener listener,
      @Nullable Path cache,
      TeacherScores teacher) {
    this.plan = plan;
    this.device = device;
    this.listener = listener;
    this.cache = cache;
    this.teacher = teacher;
  }

  TrainingPlan plan() {
    return plan;
  }

  public TrainingListener listener() {
    return listener;
  }

  /**
   * Trains on the labelled postings; the others help to learn words.
   *
   * @param postings labelled and not
   * @param checkpoints where an interrupted run goes on from and leaves its state, null for nowhere
   * @throws IllegalArgumentException if there is neither a label nor a teacher's word
   */
  public TrainedModel train(List<CorpusPosting> postings, @Nullable Path checkpoints) {
    if (postings.stream().allMatch(p -> p.lesson() == null && teacher.of(p) == null)) {
      throw new IllegalArgumentException(
          "no posting has a label or a teacher's word: there is nothing to learn from");
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
    Map<String, Double> hyperparameters = hyperparameters();
    Block block = block(vocabulary.size(), hyperparameters, manager);
    if (plan.wordVectors() && learned.size() >= ENOUGH_TEXTS) {
      listener.phase("learning word vectors from " + learned.size() + " texts");
      PostingEncoder words = PostingEncoder.ofBags(vocabulary);
      setVectors(block, encode(words, learned), vocabulary.size());
    }
    PostingEncoder encoder = encoder(block, vocabulary);
    SequenceInput sequences = sequences(block);
    TrainingRun run =
        new TrainingRun(
            plan,
            listener,
            new TrainingRun.Subject(block, vocabulary.size(), sequences, manager),
            examples(encoder, learned),
            held.stream()
                .map(p -> new Example(encoder.encode(p.segments()), p.label(), null))
                .toList());
    List<TrainedModel.EpochLosses> history = run.epochs(checkpoint);
    return new TrainedModel(
        block,
        vocabulary,
        encoder,
        sequences,
        manager,
        plan.architecture(),
        hyperparameters,
        history,
        held);
  }

  private List<Example> examples(PostingEncoder encoder, List<CorpusPosting> postings) {
    return postings.parallelStream()
        .filter(posting -> posting.lesson() != null || teacher.of(posting) != null)
        .map(
            posting ->
                new Example(
                    encoder.encode(posting.segments()), posting.lesson(), teacher.of(posting)))
        .toList();
  }

  private PostingEncoder encoder(Block block, Vocabulary vocabulary) {
    try {
      return RoleModel.encoder(plan.architecture(), block, vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private SequenceInput sequences(Block block) {
    return cache != null && block instanceof PretrainedNetwork network && network.frozenLayers() > 0
        ? ActivationCache.open(cache, network)
        : SequenceInput.IDS;
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
      hash = hash * 31 + String.valueOf(posting.lesson()).hashCode();
    }
    return plan
        + teacher.fingerprint()
        + " on "
        + postings.size()
        + " postings "
        + Long.toHexString(hash);
  }
}
