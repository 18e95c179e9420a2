package dev.truerole.scraper.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request: a page, the news that nothing is new, or the reason for nothing. */
public sealed interface FetchOutcome {

  /** The address that was asked for. */
  URI url();

  /** What it is in one word. */
  OutcomeKind kind();

  /**
   * A page that arrived whole.
   *
   * @param page its text, its source being the address it came from
   * @param finalUrl where the redirects ended
   * @param validators what the server said for asking again
   * @param fetchedAt when the last byte came
   * @param notes what to know about it, such as that robots.txt was ignored
   */
  record Fetched(
      URI url,
      URI finalUrl,
      Page page,
      Validators validators,
      Instant fetchedAt,
      List<String> notes)
      implements FetchOutcome {

    /** Copies the notes. */
    public Fetched {
      notes = List.copyOf(notes);
    }

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.OK;
    }
  }

  /** The server says that the page is as the validators of the request describe it. */
  record Unchanged(URI url) implements FetchOutcome {

    @Override
    public OutcomeKind kind() {
      return OutcomeKind.UNCHANGED;
    }
  }

  /**
   * There is no page.
   *
   * @param what what happened, in a sentence
   * @param status the status of the last answer, if there was one
   */
  record Refused(URI url, OutcomeKind kind, String what, @Nullable Integer status)
      implements FetchOutcome {

    /**
     * @throws IllegalArgumentException if the kind stands for a page
     */
    public Refused {
      if (kind == OutcomeKind.OK || kind == OutcomeKind.UNCHANGED) {
        throw new IllegalArgumentException(kind + " is no refusal");
      }
    }

    static Refused of(URI url, OutcomeKind kind, String what) {
      return new Refused(url, kind, what, null);
    }

    /** What happened and what to do about it. */
    public String message() {
      return what + " " + kind.advice();
    }
  }
}
