package dev.truerole.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceOptionTest {

  @Test
  void autoTakesAGpuIfThereIsOne() {
    assertThat(DeviceOption.device("auto", 0)).isEqualTo(Device.cpu());
    assertThat(DeviceOption.device("auto", 2)).isEqualTo(Device.gpu(0));
  }

  @Test
  void aNamedDeviceIsTaken() {
    assertThat(DeviceOption.device("cpu", 2)).isEqualTo(Device.cpu());
    assertThat(DeviceOption.device("gpu", 2)).isEqualTo(Device.gpu(0));
    assertThat(DeviceOption.device("gpu:0", 2)).isEqualTo(Device.gpu(0));
    assertThat(DeviceOption.device("gpu:1", 2)).isEqualTo(Device.gpu(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "gpu:0", "gpu:3"})
  void withoutAGpuTheMessageSaysWhatToDo(String name) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> DeviceOption.device(name, 0))
        .withMessageContaining("--device " + name)
        .withMessageContaining("no GPU")
        .withMessageContaining("--device cpu");
  }

  @Test
  void gpusAreCountedFromZero() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> DeviceOption.device("gpu:2", 2))
        .withMessageContaining("only 2 GPU(s), numbered from 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GPU", "cuda", "gpu:", "gpu:-1", "gpu:x", "gpu:99999999999", "cpu:0"})
  void otherNamesAreWrong(String name) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> DeviceOption.device(name, 1))
        .withMessageContaining("'" + name + "'");
  }
}
