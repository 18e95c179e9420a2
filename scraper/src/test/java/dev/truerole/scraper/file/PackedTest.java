package dev.truerole.scraper.file;

import static dev.truerole.scraper.file.Inputs.codes;
import static dev.truerole.scraper.file.Inputs.gzip;
import static dev.truerole.scraper.file.Inputs.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files, in one piece or in several. */
class PackedTest {

  @TempDir Path folder;

  @Test
  void zstdIsUnpacked() {
    Inputs inputs = new Inputs(folder);
    assertThat(codes(read(inputs.write("a.jsonl.zst", Zstd.compress(rows(0, 3))))))
        .containsExactly("ok", "ok", "ok");
    assertThat(
            codes(
                read(
                    inputs.write(
                        "b.csv.zstd", Zstd.compress("id,text\n1,Bake.\n".getBytes(UTF_8))))))
        .containsExactly("ok");
    assertThat(codes(read(inputs.write("unnamed", Zstd.compress(rows(0, 2))))))
        .containsExactly("ok", "ok");
  }

  @Test
  void zstdThatBreaksOffGivesItsRowsAndAFailure() {
    byte[] whole = Zstd.compress(rows(0, 20_000));
    Path cut = new Inputs(folder).write("a.jsonl.zst", Arrays.copyOf(whole, whole.length / 2));
    List<String> codes = codes(read(cut));
    assertThat(codes).endsWith("unreadable_input").hasSizeLessThan(20_000);
    assertThat(codes.subList(0, codes.size() - 1)).allMatch("ok"::equals);
  }

  @Test
  void piecesAreReadToTheLast() {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    ByteArrayOutputStream zst = new ByteArrayOutputStream();
    for (int piece = 0; piece < 40; piece++) {
      byte[] rows = rows(100 * piece, 100);
      gz.writeBytes(gzip(new String(rows, UTF_8)));
      zst.writeBytes(Zstd.compress(rows));
    }
    for (byte[] packed : List.of(gz.toByteArray(), zst.toByteArray())) {
      assertThat(ids(new ByteArrayInputStream(packed))).isEqualTo(numbers());
      assertThat(ids(new Hesitant(packed))).isEqualTo(numbers());
    }
  }

  private static List<String> ids(InputStream in) {
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    return Inputs.all(files.openStream(in, "-")).stream().map(row -> row.id().text()).toList();
  }

  private static List<String> numbers() {
    return IntStream.range(0, 4000).mapToObj(String::valueOf).toList();
  }

  private static byte[] rows(int from, int count) {
    StringBuilder rows = new StringBuilder();
    for (int id = from; id < from + count; id++) {
      rows.append(
          "{\"id\":" + id + ",\"text\":\"We bake " + Integer.toHexString(id * 77) + ".\"}\n");
    }
    return rows.toString().getBytes(UTF_8);
  }

  /** A pipe that gives a little at a time and never says that there is more. */
  private static final class Hesitant extends ByteArrayInputStream {
    Hesitant(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 97));
    }

    @Override
    public synchronized int available() {
      return 0;
    }
  }
}
