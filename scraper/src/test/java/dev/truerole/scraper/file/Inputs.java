package dev.truerole.scraper.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes inputs into a folder and reads their rows. */
final class Inputs {

  private final Path folder;

  Inputs(Path folder) {
    this.folder = folder;
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return bytes.toByteArray();
  }

  static List<PostingRow> read(Path... inputs) {
    return read(ReadOptions.defaults(), inputs);
  }

  static List<PostingRow> read(ReadOptions options, Path... inputs) {
    return all(new PostingFiles(options).open(List.of(inputs)));
  }

  static List<PostingRow> readStream(String text) {
    return readStream(text.getBytes(StandardCharsets.UTF_8), "-");
  }

  static List<PostingRow> readStream(byte[] bytes, String name) {
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    return all(files.openStream(new ByteArrayInputStream(bytes), name));
  }

  static List<PostingRow> all(PostingRows rows) {
    try (rows) {
      List<PostingRow> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }

  static PostingRow.Posting posting(List<PostingRow> rows, int index) {
    if (rows.get(index) instanceof PostingRow.Posting posting) {
      return posting;
    }
    throw new AssertionError(rows.get(index));
  }

  static PostingRow.Failed failed(List<PostingRow> rows, int index) {
    if (rows.get(index) instanceof PostingRow.Failed failed) {
      return failed;
    }
    throw new AssertionError(rows.get(index));
  }

  /** The failures' codes, and {@code ok} for postings. */
  static List<String> codes(List<PostingRow> rows) {
    return rows.stream()
        .map(row -> row instanceof PostingRow.Failed failed ? failed.code() : "ok")
        .toList();
  }
}
