package dev.truerole.scraper.crawl;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.JobPosting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a posting is compared by.
 *
 * @param content a hash of all that is shown; changes when anything does
 * @param text a hash of the words alone, without what the board repeats in every posting
 * @param kin who offers what: copies of one posting agree in it
 * @param minHash for finding texts that are nearly the same
 */
record Fingerprint(String content, String text, String kin, MinHash minHash) {

  static Fingerprint of(JobPosting posting) {
    String text = own(posting);
    String stated =
        String.join(
            "\u0000",
            Objects.toString(posting.title(), ""),
            Objects.toString(posting.company(), ""),
            Objects.toString(posting.location(), ""),
            posting.body().text());
    return new Fingerprint(sha256(stated), sha256(text), kin(posting), MinHash.of(text));
  }

  /** The words of the posting's own blocks, in lower case. */
  private static String own(JobPosting posting) {
    return posting.body().blocks().stream()
        .filter(block -> !block.boilerplate())
        .map(block -> words(posting, block))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String words(JobPosting posting, Block block) {
    return plain(posting.body().slice(block));
  }

  private static String kin(JobPosting posting) {
    String title = Objects.toString(posting.title(), "").toLowerCase(Locale.ROOT);
    String neutral = title.replaceAll("\\([mfwdx](?:/[mfwdx])+\\)|[:*]in\\b", "");
    return plain(Objects.toString(posting.company(), "")) + "|" + plain(neutral);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#.]+", " ").strip();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
