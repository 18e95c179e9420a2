package dev.truerole.scraper.page;

import java.time.Instant;
import java.util.Optional;

/** Keeps robots.txt files beyond one run. Implementations are thread-safe. */
public interface RobotsMemory {

  /**
   * A file as it was read.
   *
   * @param text what it said; empty if there was none
   */
  record Copy(String text, Instant readAt) {}

  /** The last copy of the file at an address. */
  Optional<Copy> find(String address);

  /** Keeps a copy in place of the one before. */
  void keep(String address, Copy copy);

  /** Keeps nothing. */
  static RobotsMemory none() {
    return new RobotsMemory() {
      @Override
      public Optional<Copy> find(String address) {
        return Optional.empty();
      }

      @Override
      public void keep(String address, Copy copy) {}
    };
  }
}
