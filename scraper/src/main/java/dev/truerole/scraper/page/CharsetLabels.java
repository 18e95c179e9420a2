package dev.truerole.scraper.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of pages mean to browsers, which is often not what the JDK takes them for; see <a
 * href="https://encoding.spec.whatwg.org/#names-and-labels">the WHATWG table</a>.
 */
final class CharsetLabels {

  /** The encoding of old Western pages, whatever they call it. */
  static final Charset WESTERN = Charset.forName("windows-1252");

  private static final Map<String, String> MEANINGS = new HashMap<>();

  static {
    mean("UTF-8", "utf8", "utf-8", "unicode-1-1-utf-8", "x-unicode20utf8");
    mean("UTF-16LE", "utf-16", "unicode", "ucs-2", "iso-10646-ucs-2");
    mean("windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1");
    mean("windows-1252", "l1", "ascii", "us-ascii", "ansi", "cp1252", "x-cp1252");
    mean("windows-1254", "iso-8859-9", "iso8859-9", "latin5", "l5", "cp1254");
    mean("x-windows-874", "iso-8859-11", "tis-620", "windows-874", "dos-874");
    mean("windows-31j", "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932");
    mean("gb18030", "gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "csgb2312");
    mean("x-windows-949", "ks_c_5601", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601");
    mean("x-windows-949", "euc-kr", "korean", "windows-949", "cseuckr");
    mean("Big5-HKSCS", "big5", "big5-hkscs", "cn-big5", "x-x-big5");
  }

  private CharsetLabels() {}

  private static void mean(String charset, String... labels) {
    for (String label : labels) {
      MEANINGS.put(label, charset);
    }
  }

  /** The charset a label stands for, or null if nobody knows it. */
  static @Nullable Charset find(String label) {
    String name = label.strip().replaceAll("^['\"]|['\"]$", "").toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANINGS.getOrDefault(name, name));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  /** As {@link #find}, for text that could be read as ASCII and so cannot be UTF-16. */
  static @Nullable Charset findAsciiCompatible(String label) {
    Charset charset = find(label);
    boolean utf16 = charset != null && charset.name().startsWith("UTF-16");
    return utf16 ? StandardCharsets.UTF_8 : charset;
  }
}
