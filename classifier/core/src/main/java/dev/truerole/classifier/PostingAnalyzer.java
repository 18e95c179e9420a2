package dev.truerole.classifier;

import dev.truerole.classifier.model.Evidence;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.model.TitleClaim;
import dev.truerole.classifier.skill.AskReader;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.SkillExtractor;
import dev.truerole.classifier.text.LanguageDetector;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Word;
import dev.truerole.scraper.posting.JobPosting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads postings and says what job they really are: the one road to an answer. Thread-safe; closes
 * its model.
 */
public final class PostingAnalyzer implements AutoCloseable {

  /** Below this many words there is no telling. */
  static final int MIN_WORDS = 15;

  /** Below this many words the answer carries a warning. */
  static final int FEW_WORDS = 40;

  /** Data scientist, ML engineer, scope. */
  private static final int SIDES = 3;

  private final RoleModel model;
  private final @Nullable SkillExtractor skills;
  private final double abstainBelow;
  private final AskReader asks = new AskReader();
  private final Segmenter segmenter;
  private final LanguageDetector languages = new LanguageDetector();

  /** An analyzer around a model, which is closed with it. */
  public PostingAnalyzer(RoleModel model, SkillExtractor skills) {
    this(model, skills, 0);
  }

  /**
   * An analyzer that gives no role it is not sure enough of.
   *
   * @param abstainBelow the least probability of a role given, 0 to 1
   * @throws IllegalArgumentException if that is no probability
   */
  public PostingAnalyzer(RoleModel model, SkillExtractor skills, double abstainBelow) {
    this(model, abstainBelow, skills, Segmenter.load());
  }

  /**
   * An analyzer whose parts are loaded side by side.
   *
   * @param model opens the model
   * @param skills makes the extractor
   * @param abstainBelow the least probability of a role given, 0 to 1
   * @throws RuntimeException what the loading of a part throws; the model is closed then
   * @throws IllegalArgumentException if {@code abstainBelow} is no probability
   */
  public static PostingAnalyzer load(
      Supplier<RoleModel> model, Supplier<SkillExtractor> skills, double abstainBelow) {
    CompletableFuture<SkillExtractor> extractor = CompletableFuture.supplyAsync(skills);
    CompletableFuture<Segmenter> segmenter = CompletableFuture.supplyAsync(Segmenter::load);
    RoleModel opened = model.get();
    try {
      return new PostingAnalyzer(opened, abstainBelow, extractor.join(), segmenter.join());
    } catch (RuntimeException e) {
      opened.close();
      boolean inPart = e instanceof CompletionException;
      throw inPart && e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** An analyzer that looks for no skills and reads nothing asked, which is faster. */
  public static PostingAnalyzer ofRolesAlone(RoleModel model, double abstainBelow) {
    return new PostingAnalyzer(model, abstainBelow, null, Segmenter.load());
  }

  private PostingAnalyzer(
      RoleModel model, double abstainBelow, @Nullable SkillExtractor skills, Segmenter segmenter) {
    if (!(abstainBelow >= 0 && abstainBelow <= 1)) {
      throw new IllegalArgumentException(
          "a probability to abstain below is 0 to 1, not " + abstainBelow);
    }
    this.model = model;
    this.skills = skills;
    this.abstainBelow = abstainBelow;
    this.segmenter = segmenter;
  }

  /** Analyses one posting. */
  public PostingAnalysis analyze(JobPosting posting) {
    return analyze(List.of(posting)).get(0);
  }

  /** Analyses postings together, which is faster; answers come in the order given. */
  public List<PostingAnalysis> analyze(List<JobPosting> postings) {
    List<Reading> readings = postings.parallelStream().map(this::read).toList();
    Iterator<Prediction> predictions =
        model
            .predictInputs(readings.stream().map(Reading::input).filter(Objects::nonNull).toList())
            .iterator();
    List<Judged> judged = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      judged.add(new Judged(reading, reading.isJudged() ? predictions.next() : null));
    }
    return judged.parallelStream().map(this::answer).toList();
  }

  /** A posting before the model is asked. */
  private record Reading(
      JobPosting posting,
      List<Segment> segments,
      List<RequiredSkill> skills,
      Asks asks,
      @Nullable String language,
      List<Warning> warnings,
      RoleModel.@Nullable Input input) {

    /** Whether there is enough to judge by, in a language the model reads. */
    private boolean isJudged() {
      return input != null;
    }
  }

  /** A posting and what the model said, if it was asked. */
  private record Judged(Reading reading, @Nullable Prediction prediction) {}

  private Reading read(JobPosting posting) {
    String text = posting.body().text();
    List<Segment> segments = segmenter.segment(posting.body());
    int words = words(segments);
    Optional<String> language = languages.detect(text, segments);
    boolean english = language.isEmpty() || language.get().equals(LanguageDetector.ENGLISH);
    List<Warning> warnings = new ArrayList<>();
    if (!english) {
      warnings.add(Warning.notEnglish(language.get()));
    }
    if (words < MIN_WORDS) {
      warnings.add(Warning.tooShort(words));
    } else if (english && words < FEW_WORDS) {
      warnings.add(Warning.littleText(words));
    }
    return new Reading(
        posting,
        segments,
        skills == null ? List.of() : skills.extract(text, segments),
        skills == null ? Asks.none() : asks.read(text, segments),
        language.orElse(null),
        warnings,
        english && words >= MIN_WORDS ? model.input(segments) : null);
  }

  private static int words(List<Segment> segments) {
    int words = 0;
    for (Segment segment : segments) {
      for (Token token : segment.tokens()) {
        words += opensWord(token.word()) ? 1 : 0;
      }
    }
    return words;
  }

  private static boolean opensWord(Word word) {
    char first = word.first();
    boolean letter = first >= 'a' && first <= 'z';
    return letter || Character.isLetterOrDigit(word.form().codePointAt(0));
  }

  private PostingAnalysis answer(Judged judged) {
    Reading reading = judged.reading();
    Prediction prediction = judged.prediction();
    return new PostingAnalysis(
        reading.posting(),
        prediction,
        TitleClaim.of(reading.posting().title()).orElse(null),
        prediction == null ? List.of() : evidence(reading.segments(), prediction),
        reading.skills(),
        reading.asks(),
        reading.language(),
        warnings(reading, prediction),
        model.name());
  }

  private List<Warning> warnings(Reading reading, @Nullable Prediction prediction) {
    if (prediction == null) {
      return reading.warnings();
    }
    List<Warning> warnings = new ArrayList<>(reading.warnings());
    String text = reading.posting().body().text();
    warnings.addAll(Doubts.of(text, reading.segments(), prediction));
    Role role = prediction.role();
    if (prediction.probability(role) < abstainBelow) {
      warnings.add(Warning.unsure(role, prediction.probability(role), abstainBelow));
    }
    return warnings;
  }

  private static List<SegmentEvidence> evidence(List<Segment> segments, Prediction prediction) {
    List<SegmentEvidence> items = new ArrayList<>(SIDES * prediction.evidence().size());
    for (Evidence evidence : prediction.evidence()) {
      Segment segment = segments.get(evidence.segment());
      SegmentEvidence.Side scope =
          evidence.scope() < 0 ? SegmentEvidence.Side.OUT_OF_SCOPE : SegmentEvidence.Side.IN_SCOPE;
      items.add(item(segment, SegmentEvidence.Side.DATA_SCIENTIST, evidence.dataScientist()));
      items.add(item(segment, SegmentEvidence.Side.ML_ENGINEER, evidence.mlEngineer()));
      items.add(item(segment, scope, evidence.scope()));
    }
    items.sort(PostingAnalysis.BY_STRENGTH);
    return Collections.unmodifiableList(items);
  }

  private static SegmentEvidence item(Segment segment, SegmentEvidence.Side side, double weight) {
    return new SegmentEvidence(segment.start(), segment.end(), side, weight);
  }

  @Override
  public void close() {
    model.close();
  }
}
