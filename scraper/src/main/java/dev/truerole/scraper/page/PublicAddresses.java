package dev.truerole.scraper.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: those of this machine, of a local
 * network, of a cloud's metadata service, of documentation. After the special-purpose registries of
 * the IANA (RFC 6890 and later).
 *
 * <p>The JDK's own questions ({@code isSiteLocalAddress} and the like) leave out unique local IPv6
 * addresses, carrier-grade NAT and every IPv4 address in IPv6 clothes.
 */
final class PublicAddresses {

  private static final List<Block> CLOSED_V4 =
      blocks(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24"
              + " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24"
              + " 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
              // The host agent of one large cloud has a public address.
              + " 168.63.129.16/32");

  /** All of IPv6 that is handed out to the public; anything else is closed. */
  private static final Block OPEN_V6 = block("2000::/3");

  /** Closed within that: tunnels (Teredo, 6to4), protocol assignments, documentation. */
  private static final List<Block> CLOSED_V6 =
      blocks("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

  /** Translated to the IPv4 address in the last 32 bits (RFC 6052). */
  private static final Block NAT64 = block("64:ff9b::/96");

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    return CLOSED_V4.stream().noneMatch(block -> block.contains(bytes));
  }

  private static boolean isPublicV6(byte[] bytes) {
    if (NAT64.contains(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return OPEN_V6.contains(bytes) && CLOSED_V6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static List<Block> blocks(String text) {
    return Arrays.stream(text.split(" ", -1)).map(PublicAddresses::block).toList();
  }

  private static Block block(String text) {
    int slash = text.indexOf('/');
    try {
      // Literals only: nothing is looked up.
      byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Block(prefix, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Addresses of a common start. */
  private static final class Block {

    private final byte[] prefix;
    private final int bits;

    Block(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
