package dev.truerole.scraper.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Says what the last answer to a request means. */
final class Answers {

  private static final int MAX_SITEMAP = FetchLimits.SITEMAP_BYTES >> 20;

  private final boolean ignoreRobots;

  Answers(boolean ignoreRobots) {
    this.ignoreRobots = ignoreRobots;
  }

  FetchOutcome outcome(FetchRequest request, HttpUrl from, Exchange exchange, List<String> notes) {
    if (exchange instanceof Exchange.Broken broken) {
      return FetchOutcome.Refused.of(request.url(), broken.kind(), broken.what());
    }
    Answer answer = (Answer) exchange;
    if (answer.status() == 304 && !request.known().equals(Validators.NONE)) {
      return new FetchOutcome.Unchanged(request.url());
    }
    return answer.isSuccess()
        ? page(request, from, answer, notes)
        : refused(request.url(), from, answer);
  }

  private static FetchOutcome refused(URI url, HttpUrl from, Answer answer) {
    int status = answer.status();
    String host = from.host();
    OutcomeKind kind = kind(answer);
    String what =
        switch (kind) {
          case EXPIRED -> "There is no such page any more (" + status + " of " + host + ").";
          case LOGIN_WALL -> host + " wants a login (" + status + ").";
          case RATE_LIMITED -> host + " asks for fewer requests (" + status + ").";
          case BOT_WALL -> host + " turns programs away (" + status + ").";
          default -> host + " answers with the error " + status + ".";
        };
    return new FetchOutcome.Refused(url, kind, what, status);
  }

  private static OutcomeKind kind(Answer answer) {
    return switch (answer.status()) {
      case 404, 410 -> OutcomeKind.EXPIRED;
      case 401, 407 -> OutcomeKind.LOGIN_WALL;
      case 403 -> OutcomeKind.BOT_WALL;
      case 429 -> OutcomeKind.RATE_LIMITED;
      case 503 -> {
        boolean asksToWait = answer.headers().get("Retry-After") != null;
        OutcomeKind busy = asksToWait ? OutcomeKind.RATE_LIMITED : OutcomeKind.HTTP_ERROR;
        yield BotWalls.looksLikeOne(answer) ? OutcomeKind.BOT_WALL : busy;
      }
      default -> OutcomeKind.HTTP_ERROR;
    };
  }

  private FetchOutcome page(FetchRequest request, HttpUrl from, Answer answer, List<String> notes) {
    byte[] body = answer.body().bytes();
    if (request.wanted() == FetchRequest.Wanted.SITEMAP && Gzip.isAt(body)) {
      return unpacked(request, from, answer, body, notes);
    }
    ContentKind content = ContentKind.of(answer.headers().get("Content-Type"), body);
    Optional<String> binary = ContentKind.magic(body);
    if (!content.isText() || binary.isPresent()) {
      String what = "The answer is no text but " + binary.orElse(content.type()) + ".";
      return FetchOutcome.Refused.of(request.url(), OutcomeKind.UNSUPPORTED_TYPE, what);
    }
    String text = content.decode(body);
    List<String> allNotes = new ArrayList<>(notes);
    Optional<FetchOutcome> refusal = signals(request, answer, content, text, allNotes);
    return refusal.orElseGet(() -> fetched(request, from, answer, text, allNotes));
  }

  private FetchOutcome unpacked(
      FetchRequest request, HttpUrl from, Answer answer, byte[] body, List<String> notes) {
    Optional<byte[]> plain = Gzip.unpack(body, FetchLimits.SITEMAP_BYTES);
    if (plain.isEmpty() || Gzip.isAt(plain.get())) {
      String what = "The gzipped answer is broken, or larger than " + MAX_SITEMAP + " MiB.";
      return FetchOutcome.Refused.of(request.url(), OutcomeKind.TOO_LARGE, what);
    }
    String text = TextDecoder.decode(plain.get(), null, false);
    return fetched(request, from, answer, text, notes);
  }

  private Optional<FetchOutcome> signals(
      FetchRequest request, Answer answer, ContentKind content, String text, List<String> notes) {
    String head = content.isHtml() ? text : "";
    if (PageSignals.reservesMining(answer.headers(), head)) {
      String what = "The page says tdm-reservation: 1.";
      return refusal(request, OutcomeKind.TDM_RESERVED, what);
    }
    if (content.isHtml() && BotWalls.looksLikeOne(text)) {
      String what = "A page for telling people from programs came instead of the one asked for.";
      return refusal(request, OutcomeKind.BOT_WALL, what);
    }
    if (request.wanted() != FetchRequest.Wanted.PAGE) {
      return Optional.empty();
    }
    Optional<String> storage = PageSignals.refusesStorage(answer.headers(), head);
    if (storage.isPresent() && ignoreRobots) {
      notes.add("ignored: " + storage.get());
      return Optional.empty();
    }
    return storage.flatMap(what -> refusal(request, OutcomeKind.ROBOTS_DISALLOWED, what));
  }

  private static Optional<FetchOutcome> refusal(
      FetchRequest request, OutcomeKind kind, String what) {
    return Optional.of(FetchOutcome.Refused.of(request.url(), kind, what));
  }

  private static FetchOutcome fetched(
      FetchRequest request, HttpUrl from, Answer answer, String text, List<String> notes) {
    Validators validators =
        new Validators(answer.headers().get("ETag"), answer.headers().get("Last-Modified"));
    Page page = new Page(from.toString(), text);
    return new FetchOutcome.Fetched(
        request.url(), from.uri(), page, validators, answer.at(), notes);
  }
}
