package dev.truerole.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What makes a run's output what it is, by names that messages can use. */
final class RunIdentity {

  /** Of more files than these the journal holds one sum. */
  private static final int FILES_NAMED = 100;

  private final Map<String, String> parts = new TreeMap<>();

  RunIdentity with(String name, Object value) {
    parts.put(name, String.valueOf(value));
    return this;
  }

  /** All files of a folder by their content; a folder that is not there has none. */
  RunIdentity withFolder(String name, Path folder) throws IOException {
    MessageDigest digest = sha256();
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(String.valueOf(file.getFileName()).getBytes(UTF_8));
        add(file, digest);
      }
    }
    return with(name, hex(digest));
  }

  /** Files too large to be read for this: by size and the time of their last change. */
  RunIdentity withInputs(List<Path> files) throws IOException {
    List<String> states = new ArrayList<>();
    for (Path file : files) {
      states.add(state(file));
    }
    if (files.size() > FILES_NAMED) {
      MessageDigest digest = sha256();
      for (int i = 0; i < files.size(); i++) {
        digest.update((files.get(i) + "\n" + states.get(i) + "\n").getBytes(UTF_8));
      }
      return with("the input files", hex(digest));
    }
    for (int i = 0; i < files.size(); i++) {
      with("the file " + files.get(i), states.get(i));
    }
    return with("the order of the input files", files);
  }

  Map<String, String> parts() {
    return parts;
  }

  private static String state(Path file) throws IOException {
    try {
      BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
      return state.size() + " " + state.lastModifiedTime();
    } catch (NoSuchFileException missing) {
      return "missing";
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
