package dev.truerole.scraper.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages in files: for reading without a network, and for tests. */
public final class SavedPages implements PageFetcher {

  private final Map<URI, Path> files;
  private final Clock clock;

  /** Pages by the address they were saved from. */
  public SavedPages(Map<URI, Path> files, Clock clock) {
    this.files = new HashMap<>(files);
    this.clock = clock;
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    Path file = files.get(request.url());
    return file == null ? missing(request.url()) : read(request.url(), file);
  }

  private FetchOutcome read(URI url, Path file) {
    try {
      if (Files.size(file) > FetchLimits.defaults().pageBytes()) {
        return FetchOutcome.Refused.of(url, OutcomeKind.TOO_LARGE, file + " is too large.");
      }
      byte[] bytes = Files.readAllBytes(file);
      Optional<String> binary = ContentKind.magic(bytes);
      if (binary.isPresent()) {
        String what = file + " is no page but " + binary.get() + ".";
        return FetchOutcome.Refused.of(url, OutcomeKind.UNSUPPORTED_TYPE, what);
      }
      boolean html = file.getFileName().toString().matches(".*\\.x?html?");
      Page page = new Page(url.toString(), TextDecoder.decode(bytes, null, html));
      if (html && BotWalls.looksLikeOne(page.html())) {
        String what = file + " holds a page for telling people from programs.";
        return FetchOutcome.Refused.of(url, OutcomeKind.BOT_WALL, what);
      }
      return new FetchOutcome.Fetched(
          url, url, page, Validators.NONE, clock.instant(), List.of("read from " + file));
    } catch (IOException e) {
      return FetchOutcome.Refused.of(
          url, OutcomeKind.HTTP_ERROR, "The saved page " + file + " cannot be read.");
    }
  }

  private static FetchOutcome missing(URI url) {
    return new FetchOutcome.Refused(
        url, OutcomeKind.EXPIRED, "There is no saved page of " + url + ".", 404);
  }
}
