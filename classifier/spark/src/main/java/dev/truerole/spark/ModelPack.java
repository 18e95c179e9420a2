package dev.truerole.spark;

import dev.truerole.classifier.model.ModelStore;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A model and a skill taxonomy as bytes, to be sent to where there is no disk they lie on. Some
 * megabytes.
 */
final class ModelPack implements Serializable {

  private static final long serialVersionUID = 1;

  private static final List<String> MODEL_FILES =
      List.of(ModelStore.CARD, ModelStore.VOCABULARY, ModelStore.WEIGHTS);

  private static final String MODEL = "model";
  private static final String SKILLS = "skills";

  private final TreeMap<String, byte[]> files;

  private ModelPack(SortedMap<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  /** The model and taxonomy in this jar. */
  static ModelPack shipped() throws IOException {
    return inJar(folder -> of(folder.resolve(MODEL), folder.resolve(SKILLS)));
  }

  /** A model directory with the taxonomy in this jar. */
  static ModelPack of(Path model) throws IOException {
    return inJar(folder -> of(model, folder.resolve(SKILLS)));
  }

  /** A model directory and a directory of taxonomy files. */
  private static ModelPack of(Path model, Path skills) throws IOException {
    ModelStore.card(model);
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (String name : MODEL_FILES) {
      files.put(MODEL + "/" + name, Files.readAllBytes(model.resolve(name)));
    }
    try (Stream<Path> taxonomy = Files.list(skills)) {
      for (Path file : taxonomy.toList()) {
        files.put(SKILLS + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return new ModelPack(files);
  }

  private interface Reading {
    ModelPack from(Path folder) throws IOException;
  }

  /** Reads from the folder of this package's resources, be it in a jar or not. */
  private static ModelPack inJar(Reading reading) throws IOException {
    URL marker = ModelPack.class.getResource(SKILLS + "/languages.tsv");
    if (marker == null) {
      throw new IOException("this jar holds no skills; build it with Maven");
    }
    try {
      URI uri = marker.toURI();
      if (!uri.getScheme().equals("jar")) {
        return reading.from(Path.of(uri).resolve("../..").normalize());
      }
      Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*", "")));
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        return reading.from(inside.getPath(ModelPack.class.getPackageName().replace('.', '/')));
      }
    } catch (URISyntaxException impossible) {
      throw new AssertionError("a class loader's address is none", impossible);
    }
  }

  /** Of all files and their names, in hex: packs of one hash give the same answers. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        digest.update(
            (file.getKey() + " " + file.getValue().length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(file.getValue());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  /** Writes the model's directory below a folder. */
  Path unpackModel(Path folder) throws IOException {
    return unpack(folder, MODEL);
  }

  /** Writes the taxonomy's directory below a folder. */
  Path unpackSkills(Path folder) throws IOException {
    return unpack(folder, SKILLS);
  }

  private Path unpack(Path folder, String part) throws IOException {
    Path directory = Files.createDirectory(folder.resolve(part));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith(part + "/")) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
    return directory;
  }
}
