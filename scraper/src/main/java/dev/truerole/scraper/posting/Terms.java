package dev.truerole.scraper.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source states about a job beside its text. What a source does not state, or states in
 * words nobody has mapped, is null or not in the list: nothing here is guessed.
 *
 * @param places where the work is done, in the order of the source
 * @param workplace on site, hybrid or remote
 * @param employment the forms of employment on offer
 * @param salary the pay
 * @param posted when it was first published
 * @param updated when it was last changed
 * @param validThrough when it ends
 * @param url where people read the posting
 * @param applyUrl where people apply
 */
public record Terms(
    List<Place> places,
    @Nullable Workplace workplace,
    List<EmploymentType> employment,
    @Nullable Salary salary,
    @Nullable StatedDate posted,
    @Nullable StatedDate updated,
    @Nullable StatedDate validThrough,
    @Nullable String url,
    @Nullable String applyUrl) {

  /** The terms of a source that states none. */
  public static final Terms NONE =
      new Terms(List.of(), null, List.of(), null, null, null, null, null, null);

  /** Where the work is done. */
  public enum Workplace {
    ONSITE,
    HYBRID,
    REMOTE
  }

  /** Forms of employment, named as schema.org postings name them. */
  public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    TEMPORARY,
    INTERN,
    VOLUNTEER,
    PER_DIEM,
    OTHER
  }

  /** Copies the lists, each value once. */
  public Terms {
    places = places.stream().distinct().toList();
    employment = employment.stream().distinct().toList();
  }
}
