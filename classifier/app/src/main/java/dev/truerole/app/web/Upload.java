package dev.truerole.app.web;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of a multipart form, and the form's fields. Closing lets its temporary files go. */
final class Upload implements AutoCloseable {

  /** A posting with its pictures. */
  static final long MAX_POSTING_BYTES = 10L << 20;

  /** Where Jetty looks for how to read parts. */
  private static final String CONFIG = "org.eclipse.jetty.multipartConfig";

  private static final int MAX_NAME_CHARS = 120;
  private static final int MAX_FIELD_BYTES = 1_000;

  private static final long UNLIMITED = -1;

  private final Collection<Part> parts;
  private final Part file;
  private final Map<String, String> fields;

  private Upload(Collection<Part> parts, Part file, Map<String, String> fields) {
    this.parts = parts;
    this.file = file;
    this.fields = fields;
  }

  /**
   * Takes the part {@code file}.
   *
   * @throws Problem if there is none, or it is too large
   */
  static Upload of(Context context, long limit) throws IOException {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new Problem(
          Problem.UNSUPPORTED,
          "unsupported_type",
          "Send the file as the part 'file' of multipart/form-data.");
    }
    if (context.req().getContentLengthLong() > limit + Bodies.MAX_JSON_BYTES) {
      throw Bodies.tooLarge(limit);
    }
    return read(context, limit);
  }

  private static Upload read(Context context, long limit) throws IOException {
    Part file = null;
    Map<String, String> fields = new TreeMap<>();
    Collection<Part> parts = parts(context, limit);
    for (Part part : parts) {
      if (part.getName().equals("file") && part.getSubmittedFileName() != null) {
        file = part;
      } else if (part.getSize() <= MAX_FIELD_BYTES) {
        try (InputStream in = part.getInputStream()) {
          fields.put(
              part.getName(),
              new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    if (file == null) {
      throw Problem.unprocessable("missing_file", "There is no file in the part 'file'.");
    }
    if (file.getSize() > limit) {
      throw Bodies.tooLarge(limit);
    }
    return new Upload(parts, file, fields);
  }

  private static Collection<Part> parts(Context context, long limit) throws IOException {
    context.req().setAttribute(CONFIG, config(limit));
    try {
      return context.req().getParts();
    } catch (ServletException | IllegalStateException broken) {
      throw refused(broken);
    }
  }

  /**
   * All but small parts go to temporary files. Jetty fails the whole connection at its limit,
   * before the sender reads why; so that lies where reading on would end anyway.
   */
  private static MultipartConfigElement config(long limit) {
    return new MultipartConfigElement(
        System.getProperty("java.io.tmpdir"),
        UNLIMITED,
        limit + Bodies.MAX_DISCARDED_BYTES,
        Bodies.MAX_JSON_BYTES / 4);
  }

  /** Jetty tells what is too large only by its message. */
  private static Problem refused(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).matches("(?is).*(?:exceed|too large|max ).*")) {
        return new Problem(Problem.TOO_LARGE, "too_large", "The file is larger than allowed here.");
      }
    }
    return new Problem(Problem.BAD_REQUEST, "malformed_form", "The form's parts cannot be read.");
  }

  /** The file's own name, without folders and what no name should have. */
  String name() {
    String given = String.valueOf(file.getSubmittedFileName());
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cc}\\p{Cf}<>:\"|?*]", "").strip();
    String start = plain.substring(Math.max(0, plain.length() - MAX_NAME_CHARS));
    return start.isEmpty() || start.startsWith(".") ? "file" + start : start;
  }

  /** A field of the form; null if it is missing or empty. */
  @Nullable String field(String name) {
    String value = fields.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  long size() {
    return file.getSize();
  }

  InputStream open() throws IOException {
    return file.getInputStream();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.delete();
    }
  }
}
