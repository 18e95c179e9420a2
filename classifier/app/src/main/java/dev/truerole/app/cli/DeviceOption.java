package dev.truerole.app.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the network runs: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:n}. */
final class DeviceOption {

  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu[:n]",
      defaultValue = "auto",
      description = "Where the network runs; auto takes a GPU if there is one. Default: auto.")
  private String name = "auto";

  /**
   * The device.
   *
   * @throws UsageException if the name is none, or there is no such GPU
   */
  Device device() {
    return device(name, name.equals("cpu") ? 0 : Engine.getInstance().getGpuCount());
  }

  static Device device(String name, int gpus) {
    if (name.equals("auto")) {
      return gpus > 0 ? Device.gpu() : Device.cpu();
    }
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    Matcher gpu = GPU.matcher(name);
    if (!gpu.matches()) {
      throw new UsageException("--device is auto, cpu, gpu or gpu:n, not '" + name + "'");
    }
    int number = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
    if (number >= gpus) {
      throw new UsageException(
          "--device "
              + name
              + ": PyTorch sees "
              + (gpus == 0 ? "no GPU" : "only " + gpus + " GPU(s), numbered from 0")
              + "; use --device cpu, or point PYTORCH_LIBRARY_PATH at a CUDA build of libtorch 2.7.1");
    }
    return Device.gpu(number);
  }
}
