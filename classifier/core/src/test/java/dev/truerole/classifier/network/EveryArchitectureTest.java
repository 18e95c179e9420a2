package dev.truerole.classifier.network;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered architecture keeps the contract: a new one is tested without a line here. */
@ParameterizedClass(name = "{0}")
@MethodSource("architectures")
class EveryArchitectureTest implements ArchitectureContract {

  @Parameter private Architecture architecture;

  static List<Architecture> architectures() {
    return Architectures.all();
  }

  @Override
  public Architecture architecture() {
    return architecture;
  }
}
