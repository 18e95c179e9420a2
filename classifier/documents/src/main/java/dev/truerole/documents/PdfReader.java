package dev.truerole.documents;

import dev.truerole.scraper.file.DocumentReader;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF, by its text; pictures of text hold none. */
public final class PdfReader implements DocumentReader {

  /** No posting is longer; whole catalogues are. */
  private static final int MAX_PAGES = 30;

  /** Found by its name. */
  public PdfReader() {}

  @Override
  public String ending() {
    return "pdf";
  }

  @Override
  public String read(byte[] document) throws IOException {
    try (PDDocument pdf = open(document)) {
      if (pdf.getNumberOfPages() > MAX_PAGES) {
        throw new IOException(
            "the PDF has " + pdf.getNumberOfPages() + " pages, more than " + MAX_PAGES);
      }
      String text = new PDFTextStripper().getText(pdf);
      if (text.isBlank()) {
        throw new IOException("the PDF holds no text, perhaps pictures of it");
      }
      return text;
    }
  }

  /** What is unpacked goes to temporary files rather than memory. */
  private static PDDocument open(byte[] document) throws IOException {
    try {
      return Loader.loadPDF(
          new RandomAccessReadBuffer(document), IOUtils.createTempFileOnlyStreamCache());
    } catch (InvalidPasswordException locked) {
      throw new IOException("the PDF is locked by a password", locked);
    } catch (IOException broken) {
      throw new IOException("it is no PDF, or a broken one", broken);
    }
  }
}
