package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One page of all answers to keep, send or print: nothing in it is fetched from elsewhere and
 * nothing runs.
 */
final class HtmlReport implements ReportWriter {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>TrueRole report</title>
      <style>
      """;

  private static final String BODY =
      """
      </style>
      </head>
      <body>
      <main>
      """;

  /** What stands behind the last answer. */
  static final String END =
      """
      </main>
      <footer>
      <p>Made by TrueRole on this machine, from the text alone. The answer comes from the work described; titles are not \
      read. It can be wrong: read the evidence before you build on it.</p>
      </footer>
      </body>
      </html>
      """;

  private final Writer out;
  private final ReportOptions options;

  /**
   * @param first whether the page starts here rather than goes on
   */
  HtmlReport(Writer out, ReportOptions options, boolean first) {
    this.out = out;
    this.options = options;
    try {
      if (first) {
        out.write(HEAD + style() + BODY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String style() throws IOException {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new AssertionError("report.css was not built in");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    out.write(new HtmlAnswer(analysis, options, anchor(analysis)).html());
  }

  /** Of the posting itself, since other parts of the page do not know how many stand here. */
  private static String anchor(PostingAnalysis analysis) {
    int posting = Objects.hash(analysis.posting().id(), analysis.posting().body().text());
    return "p" + Integer.toHexString(posting);
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    out.write(
        Html.element(
                "article",
                "",
                Html.text("p", "class=\"id\"", id.text())
                    + Html.element("h1", "", "No answer")
                    + Html.text("p", "class=\"note\"", message + " [" + code + "]"))
            + "\n");
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
