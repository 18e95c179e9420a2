package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX bytes written field by field, as onnx.proto numbers them. */
class OnnxInitializersTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void weightsHaveNameShapeAndValues(boolean packed) throws IOException {
    byte[] tensor = tensor("layer.weight", 1, packed, 1.5f, -2, 3, 0, 5, 6);
    Map<String, OnnxInitializers.Weight> weights = OnnxInitializers.read(model(tensor));
    assertThat(weights).containsOnlyKeys("layer.weight");
    OnnxInitializers.Weight weight = weights.get("layer.weight");
    assertThat(weight.shape()).containsExactly(2L, 3L);
    float[] values = new float[6];
    weight.values().get(values);
    assertThat(values).containsExactly(1.5f, -2, 3, 0, 5, 6);
  }

  @Test
  void otherTypesAreLeftOut() throws IOException {
    int int64 = 7;
    assertThat(OnnxInitializers.read(model(tensor("ids", int64, true, 1, 2, 3, 4, 5, 6))))
        .isEmpty();
  }

  @Test
  void orderOfTheFileIsKept() throws IOException {
    byte[][] tensors = {tensor("b", 1, true, 1), tensor("c", 1, true, 2), tensor("a", 1, true, 3)};
    assertThat(OnnxInitializers.read(model(tensors)).keySet()).containsExactly("b", "c", "a");
  }

  @Test
  void cutBytesAreRefused() throws IOException {
    byte[] whole = model(tensor("layer.weight", 1, true, 1, 2, 3, 4, 5, 6));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 5);
    assertThatThrownBy(() -> OnnxInitializers.read(cut)).isInstanceOf(IOException.class);
  }

  @Test
  void textIsRefused() {
    byte[] text = "<html>not found</html>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> OnnxInitializers.read(text)).isInstanceOf(IOException.class);
  }

  private static byte[] model(byte[]... tensors) throws IOException {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    CodedOutputStream inGraph = CodedOutputStream.newInstance(graph);
    inGraph.writeString(2, "main graph");
    for (byte[] tensor : tensors) {
      inGraph.writeBytes(5, ByteString.copyFrom(tensor));
    }
    inGraph.flush();
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(model);
    out.writeInt64(1, 8);
    out.writeBytes(7, ByteString.copyFrom(graph.toByteArray()));
    out.flush();
    return model.toByteArray();
  }

  private static byte[] tensor(String name, int type, boolean packed, float... values)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    long[] shape = values.length == 6 ? new long[] {2, 3} : new long[] {values.length};
    if (packed) {
      out.writeTag(1, 2);
      out.writeUInt32NoTag(shape.length);
      for (long dimension : shape) {
        out.writeInt64NoTag(dimension);
      }
    } else {
      for (long dimension : shape) {
        out.writeInt64(1, dimension);
      }
    }
    out.writeInt32(2, type);
    out.writeString(8, name);
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    out.writeByteArray(9, raw.array());
    out.flush();
    return bytes.toByteArray();
  }
}
