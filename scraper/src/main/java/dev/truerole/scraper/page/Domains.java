package dev.truerole.scraper.page;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hosts by who runs them. */
final class Domains {

  /** Job sites whose terms forbid programs; each has branches under many country domains. */
  private static final Set<String> REFUSED_NAMES =
      Set.of("indeed", "glassdoor", "ziprecruiter", "simplyhired", "monster", "stepstone");

  private static final Set<String> REFUSED =
      Set.of(
          "linkedin.com",
          "lnkd.in",
          "wellfound.com",
          "angel.co",
          "seek.com.au",
          "seek.co.nz",
          "naukri.com",
          "bayt.com");

  private Domains() {}

  /** The part of a host that somebody registered; the host itself if it has none. */
  static String registrable(String host) {
    @Nullable String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
    return domain == null ? host : domain;
  }

  /** Whether the terms of a host's owner forbid reading by programs. */
  static boolean isRefused(String host) {
    String domain = registrable(host);
    int dot = domain.indexOf('.');
    return REFUSED.contains(domain)
        || (dot > 0 && REFUSED_NAMES.contains(domain.substring(0, dot)));
  }
}
