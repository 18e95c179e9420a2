package dev.truerole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmarks go on working while the rooms they measure change. */
class BenchmarksTest {

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true");
    Options once =
        new OptionsBuilder()
            .forks(1)
            .jvmArgsAppend(
                "-Dpostings.most=8",
                "-Dtruerole.home=" + System.getProperty("truerole.home", "."),
                "-Dai.djl.offline=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .param("batch", "256")
            .param("format", "JSONL")
            .param("kind", "NESTED")
            .param("kib", "16")
            .param("shape", "64x64x64")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(once).run();
    Set<String> run =
        results.stream()
            .map(result -> result.getParams().getBenchmark())
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toSet());
    assertThat(run)
        .containsExactlyInAnyOrder(
            "AnalyzerBenchmark",
            "BandwidthBenchmark",
            "EncoderBenchmark",
            "HostilePageBenchmark",
            "LanguageBenchmark",
            "LatencyBenchmark",
            "MatrixBenchmark",
            "NetworkBenchmark",
            "PageBenchmark",
            "ReportBenchmark",
            "RoleBenchmark",
            "RowBenchmark",
            "SegmenterBenchmark",
            "SkillBenchmark",
            "TokenizerBenchmark");
    assertThat(results)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
  }
}
