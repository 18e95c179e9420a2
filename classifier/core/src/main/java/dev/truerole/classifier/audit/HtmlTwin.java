package dev.truerole.classifier.audit;

import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** The same posting as a web page, read back as pages are. */
final class HtmlTwin {

  private HtmlTwin() {}

  static PostingBody of(PostingBody body) {
    byte[] page = page(body).getBytes(StandardCharsets.UTF_8);
    PostingFiles files = new PostingFiles(ReadOptions.defaults());
    try (PostingRows rows = files.openStream(new ByteArrayInputStream(page), "posting.html")) {
      return rows.next() instanceof PostingRow.Posting read ? read.posting().body() : body;
    }
  }

  private static String page(PostingBody body) {
    StringBuilder html =
        new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"></head><body><main>");
    boolean inList = false;
    for (Block block : body.blocks()) {
      boolean item = block.kind() == Block.Kind.LIST_ITEM;
      html.append(item == inList ? "" : item ? "<ul>" : "</ul>");
      inList = item;
      html.append(element(block.kind(), escape(body.slice(block))));
    }
    return html.append(inList ? "</ul>" : "").append("</main></body></html>").toString();
  }

  private static String element(Block.Kind kind, String content) {
    return switch (kind) {
      case HEADING -> "<h3>" + content + "</h3>\n";
      case PARAGRAPH -> "<p>" + content + "</p>\n";
      case LIST_ITEM -> "<li>" + content + "</li>\n";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
