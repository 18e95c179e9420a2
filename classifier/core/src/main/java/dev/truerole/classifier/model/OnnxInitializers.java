package dev.truerole.classifier.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The named weights in an ONNX file, by the field numbers of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>. Nothing else of the
 * file is read.
 */
final class OnnxInitializers {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int TYPE_FLOAT = 1;

  /** A weight: how many values there are along each axis, and the values in row-major order. */
  record Weight(List<Long> shape, FloatBuffer values) {}

  private final Map<String, Weight> weights = new LinkedHashMap<>();

  private OnnxInitializers() {}

  /**
   * Reads the 32-bit floating-point weights, in the order of the file.
   *
   * @throws IOException if the bytes are no ONNX model
   */
  static Map<String, Weight> read(byte[] onnx) throws IOException {
    OnnxInitializers initializers = new OnnxInitializers();
    initializers.inside(CodedInputStream.newInstance(onnx), MODEL_GRAPH, initializers::graph);
    return initializers.weights;
  }

  /** What to do with a message inside another. */
  private interface Reader {
    void read(CodedInputStream in) throws IOException;
  }

  private void inside(CodedInputStream in, int field, Reader reader) throws IOException {
    in.setSizeLimit(Integer.MAX_VALUE);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == field) {
        int outer = in.pushLimit(in.readRawVarint32());
        reader.read(in);
        in.popLimit(outer);
      } else {
        in.skipField(tag);
      }
    }
  }

  private void graph(CodedInputStream in) throws IOException {
    inside(in, GRAPH_INITIALIZER, this::tensor);
  }

  private void tensor(CodedInputStream in) throws IOException {
    List<Long> shape = new ArrayList<>();
    String name = "";
    int type = 0;
    ByteBuffer data = ByteBuffer.allocate(0);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      switch (WireFormat.getTagFieldNumber(tag)) {
        case TENSOR_DIMS -> dimensions(in, packed, shape);
        case TENSOR_TYPE -> type = in.readInt32();
        case TENSOR_NAME -> name = in.readString();
        case TENSOR_RAW_DATA -> data = in.readByteBuffer();
        default -> in.skipField(tag);
      }
    }
    if (type == TYPE_FLOAT) {
      FloatBuffer values = data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      weights.put(name, new Weight(List.copyOf(shape), values));
    }
  }

  private static void dimensions(CodedInputStream in, boolean packed, List<Long> shape)
      throws IOException {
    if (!packed) {
      shape.add(in.readInt64());
      return;
    }
    int outer = in.pushLimit(in.readRawVarint32());
    while (in.getBytesUntilLimit() > 0) {
      shape.add(in.readInt64());
    }
    in.popLimit(outer);
  }
}
