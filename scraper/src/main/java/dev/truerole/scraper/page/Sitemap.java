package dev.truerole.scraper.page;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses that a site lists for programs, after <a href="https://www.sitemaps.org/">its
 * protocol</a>.
 *
 * @param pages of the site
 * @param further sitemaps, if this is an index
 */
public record Sitemap(List<URI> pages, List<URI> further) {

  private static final Pattern NAME = Pattern.compile(".*sitemap[^/]*\\.xml(?:\\.gz)?");

  /** Copies the lists, each address once. */
  public Sitemap {
    pages = pages.stream().distinct().toList();
    further = further.stream().distinct().toList();
  }

  /** Whether an address is one of a sitemap, by the name everybody gives them. */
  public static boolean isAt(URI address) {
    String path = String.valueOf(address.getRawPath()).toLowerCase(Locale.ROOT);
    return NAME.matcher(path).matches();
  }

  /** Reads a sitemap; empty if it is none, or declares a document type. */
  public static Optional<Sitemap> read(Page page) {
    try {
      URL url = URI.create(page.source()).toURL();
      byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
      AbstractSiteMap read = new SiteMapParser(false).parseSiteMap("text/xml", bytes, url);
      if (read instanceof SiteMapIndex index) {
        Collection<AbstractSiteMap> parts = index.getSitemaps(true);
        return Optional.of(new Sitemap(List.of(), uris(parts, AbstractSiteMap::getUrl)));
      }
      return read instanceof SiteMap map
          ? Optional.of(new Sitemap(uris(map.getSiteMapUrls(), entry -> entry.getUrl()), List.of()))
          : Optional.empty();
    } catch (UnknownFormatException | IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static <T> List<URI> uris(Collection<T> entries, Function<T, URL> address) {
    return entries.stream().map(address).flatMap(Sitemap::uri).toList();
  }

  private static Stream<URI> uri(URL url) {
    try {
      return Stream.of(url.toURI());
    } catch (URISyntaxException unusable) {
      return Stream.empty();
    }
  }
}
