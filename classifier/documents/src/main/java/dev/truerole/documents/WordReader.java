package dev.truerole.documents;

import dev.truerole.scraper.file.DocumentReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents of 2007 and later, with their headings and lists. */
public final class WordReader implements DocumentReader {

  /** The largest part of a document, unpacked: more is a bomb. */
  private static final long MAX_PART_BYTES = 50L << 20;

  static {
    ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
  }

  /** Found by its name. */
  public WordReader() {}

  @Override
  public String ending() {
    return "docx";
  }

  @Override
  public String read(byte[] document) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document))) {
      StringBuilder text = new StringBuilder();
      for (IBodyElement element : word.getBodyElements()) {
        text.append(text(element));
      }
      return text.toString();
    } catch (POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException broken) {
      throw new IOException("it is no Word document, or a broken one", broken);
    } catch (IOException broken) {
      throw new IOException("it is no Word document of 2007 or later, or a broken one", broken);
    }
  }

  private static String text(IBodyElement element) {
    if (element instanceof XWPFParagraph paragraph) {
      return paragraph(paragraph);
    }
    if (element instanceof XWPFTable table) {
      return table.getRows().stream().map(WordReader::row).collect(Collectors.joining()) + "\n";
    }
    return "";
  }

  private static String row(XWPFTableRow row) {
    return row.getTableCells().stream()
        .map(XWPFTableCell::getText)
        .collect(Collectors.joining("\t", "", "\n"));
  }

  private static String paragraph(XWPFParagraph paragraph) {
    String text = paragraph.getText().strip();
    if (text.isEmpty()) {
      return "\n";
    }
    if (paragraph.getNumID() != null) {
      return "- " + text + "\n";
    }
    String style = style(paragraph);
    if (style.equals("title")) {
      return "# " + text + "\n\n";
    }
    return style.startsWith("heading") ? "\n## " + text + "\n\n" : text + "\n\n";
  }

  private static String style(XWPFParagraph paragraph) {
    String style = paragraph.getStyle();
    return style == null ? "" : style.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
