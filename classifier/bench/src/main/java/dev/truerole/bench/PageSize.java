package dev.truerole.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How much HTML was read: JMH shows it as MiB a second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class PageSize {

  private static final double MIB = 1 << 20;

  /** MiB so far in this iteration; JMH sets it back. */
  public double mib;

  void add(long bytes) {
    mib += bytes / MIB;
  }
}
