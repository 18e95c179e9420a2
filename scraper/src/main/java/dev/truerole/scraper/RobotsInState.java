package dev.truerole.scraper;

import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.page.RobotsMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Keeps robots.txt files in the state of a crawl. */
public final class RobotsInState implements RobotsMemory {

  private final CrawlState state;

  /**
   * @param state open for as long as files are asked for
   */
  public RobotsInState(CrawlState state) {
    this.state = state;
  }

  @Override
  public Optional<Copy> find(String address) {
    try {
      return state.robots(address).map(file -> new Copy(file.getKey(), file.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void keep(String address, Copy copy) {
    try {
      state.keepRobots(address, copy.text(), copy.readAt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
