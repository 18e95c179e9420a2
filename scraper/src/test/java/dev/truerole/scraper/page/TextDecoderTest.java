package dev.truerole.scraper.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {

  private static final String WORDS = "Café – “öl”";

  @Test
  void byteOrderMarkWinsAndIsStripped() {
    assertThat(decode(("\uFEFF" + WORDS).getBytes(UTF_8), "shift_jis")).isEqualTo(WORDS);
    assertThat(decode(("\uFEFF" + WORDS).getBytes(UTF_16LE), "utf-8")).isEqualTo(WORDS);
    assertThat(decode(("\uFEFF" + WORDS).getBytes(UTF_16BE), null)).isEqualTo(WORDS);
  }

  @Test
  void senderWinsOverThePage() {
    byte[] page = bytes("<meta charset=utf-8>Łódź", "iso-8859-2");
    assertThat(TextDecoder.decode(page, "ISO-8859-2", true)).endsWith("Łódź");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta charset=\"iso-8859-2\">",
        "<META content='text/html; charset=ISO-8859-2' http-equiv=Content-Type>",
        "<!-- <meta charset=big5> --><meta charset = iso-8859-2 />",
        "<?xml version=\"1.0\" encoding='iso-8859-2'?>",
      })
  void pageStatesItsEncoding(String start) {
    assertThat(TextDecoder.decode(bytes(start + "Łódź", "iso-8859-2"), null, true))
        .endsWith("Łódź");
  }

  @Test
  void onlyHtmlHasMetaElements() {
    String text = "<meta charset=iso-8859-2>Łódź";
    assertThat(TextDecoder.decode(text.getBytes(UTF_8), null, false)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252, “smart” – €",
    "latin1, windows-1252, “smart” – €",
    "US-ASCII, windows-1252, “smart” – €",
    "shift_jis, windows-31j, ①髙",
    "gb2312, gb18030, 镕€",
    "gbk, gb18030, 镕€",
    "ks_c_5601-1987, x-windows-949, 똠방",
    "euc-kr, x-windows-949, 똠방",
    "iso-8859-9, windows-1254, “ğ”",
    "euc-jp, euc-jp, 日本",
    "koi8-r, koi8-r, работа",
    "windows-1251, windows-1251, работа",
  })
  void labelsMeanWhatBrowsersTakeThemFor(String label, String charset, String text) {
    assertThat(decode(bytes(text, charset), label)).isEqualTo(text);
    assertThat(decode(bytes(text, charset), " \"" + label + "\" ")).isEqualTo(text);
  }

  @Test
  void utf8IsGuessedIfValidElseWindows1252() {
    assertThat(decode(WORDS.getBytes(UTF_8), null)).isEqualTo(WORDS);
    assertThat(decode(bytes(WORDS, "windows-1252"), null)).isEqualTo(WORDS);
    assertThat(decode(bytes(WORDS, "windows-1252"), "no such charset")).isEqualTo(WORDS);
  }

  @Test
  void aLabelThatTheBytesContradictIsOverruled() {
    assertThat(decode(WORDS.getBytes(UTF_8), "iso-8859-1")).isEqualTo(WORDS);
    assertThat(decode("Caf\u00E9 ".getBytes(ISO_8859_1), "utf-8")).isEqualTo("Café ");
    assertThat(decode("Caf\u00E9".getBytes(ISO_8859_1), "iso-8859-1")).isEqualTo("Café");
  }

  @Test
  void cutShortUtf8StaysUtf8() {
    byte[] whole = "Café é".getBytes(UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThat(decode(cut, "utf-8")).isEqualTo("Café \uFFFD");
  }

  @Test
  void utf16InAMetaElementIsUtf8() {
    String page = "<meta charset=utf-16>Café";
    assertThat(TextDecoder.decode(page.getBytes(UTF_8), null, true)).isEqualTo(page);
  }

  @Test
  void neverThrows() {
    Random random = new Random(7);
    String[] labels = {null, "utf-8", "utf-16", "gb18030", "shift_jis", "big5", "", "\0", "utf-7"};
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String text = TextDecoder.decode(bytes, labels[i % labels.length], i % 2 == 0);
      assertThat(text).isNotNull();
    }
  }

  @Test
  void pageIsDecodedAsHtml() {
    byte[] bytes = bytes("<meta charset=iso-8859-2>Łódź", "iso-8859-2");
    assertThat(Page.of("x", bytes, null).html()).endsWith("Łódź");
  }

  private static String decode(byte[] bytes, @Nullable String charset) {
    return TextDecoder.decode(bytes, charset, false);
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }
}
