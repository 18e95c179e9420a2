package dev.truerole.scraper;

import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.page.FetchOutcome;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.posting.JobPosting;
import org.jspecify.annotations.Nullable;

/**
 * What became of an address: a posting, or the reason for none. Only {@link Read} has a posting.
 */
public sealed interface ScrapeOutcome {

  /** The address or file that was asked for. */
  String asked();

  /** What it is in one word. */
  OutcomeKind kind();

  /**
   * A posting.
   *
   * @param sighting what earlier runs know of it; null outside a crawl
   */
  record Read(String asked, JobPosting posting, Provenance provenance, @Nullable Sighting sighting)
      implements ScrapeOutcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.OK;
    }

    Read seenAs(Sighting other) {
      return new Read(asked, posting, provenance, other);
    }
  }

  /** A page that is as it was when it was last read. */
  record Unchanged(String asked) implements ScrapeOutcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.UNCHANGED;
    }
  }

  /**
   * No posting.
   *
   * @param message what happened and what to do about it
   */
  record Refused(String asked, OutcomeKind kind, String message) implements ScrapeOutcome {

    /**
     * @throws IllegalArgumentException if the kind stands for a posting
     */
    public Refused {
      if (kind == OutcomeKind.OK || kind == OutcomeKind.UNCHANGED) {
        throw new IllegalArgumentException(kind + " is no refusal");
      }
    }

    static Refused of(String asked, OutcomeKind kind, String what) {
      return new Refused(asked, kind, (what + " " + kind.advice()).strip());
    }

    static Refused of(FetchOutcome.Refused refused) {
      return new Refused(refused.url().toString(), refused.kind(), refused.message().strip());
    }
  }
}
