/**
 * How fast each stage is, and how others do on the same postings: JMH benchmarks, one class a hot
 * path, and the programs that {@code compare.py} runs. Benchmarks knock at public doors only.
 * Nothing that users run is in here.
 */
@NullMarked
package dev.truerole.bench;

import org.jspecify.annotations.NullMarked;
