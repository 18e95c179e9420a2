package dev.truerole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.scraper.file.DocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import java.util.ServiceLoader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class DocumentReadersTest {

  private final PdfReader pdf = new PdfReader();
  private final WordReader word = new WordReader();

  @Test
  void readersAreFound() {
    assertThat(ServiceLoader.load(DocumentReader.class))
        .extracting(DocumentReader::ending)
        .containsExactlyInAnyOrder("pdf", "docx");
  }

  @Test
  void pdfGivesItsText() throws IOException {
    String text = pdf.read(pdf(1, "Data Scientist", "You design experiments."));
    assertThat(text.lines()).containsExactly("Data Scientist", "You design experiments.");
  }

  @Test
  void pdfWithoutTextLockedOrLongSaysSo() throws IOException {
    assertThatThrownBy(() -> pdf.read(pdf(1))).hasMessageContaining("no text");
    assertThatThrownBy(() -> pdf.read(pdf(31, "x"))).hasMessageContaining("31 pages");
    try (PDDocument document = document(1, "secret")) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      byte[] locked = bytes(document);
      assertThatThrownBy(() -> pdf.read(locked)).hasMessageContaining("password");
    }
  }

  @Test
  void wordGivesHeadingsListsAndTables() throws IOException {
    assertThat(word.read(word()))
        .startsWith("# Data Scientist\n")
        .contains("\n## Your work\n", "\n- Design experiments\n", "\nPay\t60,000\n");
  }

  @Test
  void whateverElseIsRefusedInWords() {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    for (byte[] broken : new byte[][] {{}, noise, "%PDF-1.7\nnothing".getBytes()}) {
      assertThatThrownBy(() -> pdf.read(broken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("PDF");
      assertThatThrownBy(() -> word.read(broken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Word document");
    }
  }

  @Test
  void documentsCutAnywhereNeverDoWorseThanFail() throws IOException {
    for (byte[] whole : new byte[][] {pdf(2, "You design experiments."), word()}) {
      DocumentReader reader = whole[0] == '%' ? pdf : word;
      for (int length = 0; length < whole.length; length += 97) {
        byte[] cut = java.util.Arrays.copyOf(whole, length);
        try {
          reader.read(cut);
        } catch (IOException refused) {
          assertThat(refused).hasMessageNotContaining("Exception");
        }
      }
    }
  }

  private static byte[] pdf(int pages, String... lines) throws IOException {
    try (PDDocument document = document(pages, lines)) {
      return bytes(document);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static PDDocument document(int pages, String... lines) throws IOException {
    PDDocument document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.setLeading(20);
        content.newLineAtOffset(50, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
    }
    return document;
  }

  private static byte[] word() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      styled(document, "Title", "Data Scientist");
      styled(document, "Heading1", "Your work");
      XWPFParagraph item = document.createParagraph();
      item.setNumID(BigInteger.ONE);
      item.createRun().setText("Design experiments");
      var row = document.createTable(1, 2).getRow(0);
      row.getCell(0).setText("Pay");
      row.getCell(1).setText("60,000");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  private static void styled(XWPFDocument document, String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }
}
