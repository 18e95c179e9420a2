package dev.truerole.classifier;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.scraper.posting.JobPosting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one posting.
 *
 * @param posting what was read
 * @param prediction what the model says, null where it was not asked; a warning then says why
 * @param titleRole the role the title claims, null without a title
 * @param evidence of every segment for every side it speaks for, the strongest first
 * @param skills required, preferred, mentioned
 * @param asks years, degree, rank, pay and workplace as far as they are stated
 * @param language ISO 639-1, null where it could not be told
 * @param warnings what to know before trusting the answer
 * @param model the name of the model asked
 */
public record PostingAnalysis(
    JobPosting posting,
    @Nullable Prediction prediction,
    @Nullable Role titleRole,
    List<SegmentEvidence> evidence,
    List<RequiredSkill> skills,
    Asks asks,
    @Nullable String language,
    List<Warning> warnings,
    String model) {

  /** The probability that the interval given for dsShare is meant to hold the true share. */
  public static final double SHARE_COVERAGE = 0.8;

  /** Copies the lists. */
  public PostingAnalysis {
    evidence = List.copyOf(evidence);
    skills = List.copyOf(skills);
    warnings = List.copyOf(warnings);
  }

  /** The true role, empty where a warning says why there is none. */
  public Optional<Role> role() {
    return Optional.ofNullable(prediction)
        .filter(given -> warnings.stream().noneMatch(Warning::withholdsRole))
        .map(Prediction::role);
  }

  /**
   * The strongest evidence of each side.
   *
   * @param perSide how many segments a side at most
   */
  public List<SegmentEvidence> strongest(int perSide) {
    return Stream.of(SegmentEvidence.Side.values())
        .flatMap(side -> evidence.stream().filter(item -> item.side() == side).limit(perSide))
        .sorted(BY_STRENGTH)
        .toList();
  }

  /** The strongest first, then by place. */
  static final Comparator<SegmentEvidence> BY_STRENGTH = PostingAnalysis::byStrength;

  private static int byStrength(SegmentEvidence a, SegmentEvidence b) {
    int byWeight = Double.compare(Math.abs(b.weight()), Math.abs(a.weight()));
    int byPlace = byWeight != 0 ? byWeight : Integer.compare(a.start(), b.start());
    return byPlace != 0 ? byPlace : a.side().compareTo(b.side());
  }
}
