package dev.truerole.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a ceiling's benchmark moved and computed: JMH shows both a second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Traffic {

  private static final double BILLION = 1e9;

  /** 10^9 bytes read and written so far in this iteration; JMH sets it back. */
  public double gigabytes;

  /** 10^9 multiplications and additions so far in this iteration; JMH sets it back. */
  public double gigaflops;

  void moved(double bytes) {
    gigabytes += bytes / BILLION;
  }

  void computed(double operations) {
    gigaflops += operations / BILLION;
  }
}
