package dev.truerole.scraper;

import dev.truerole.scraper.page.TestServer;
import dev.truerole.scraper.page.TestServer.Route;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Boards as their providers document them, with texts of our own. */
public final class Boards {

  static final String GREENHOUSE = "https://boards.greenhouse.io/acme";
  static final String SMART = "https://careers.smartrecruiters.com/Acme";

  private Boards() {}

  /** A board with the postings 1001, 1002 and so on, all in one answer. */
  public static Route greenhouse(int count) {
    return greenhouse(IntStream.range(1001, 1001 + count).boxed().toList());
  }

  static Route greenhouse(List<Integer> ids) {
    return (request, out) -> {
      String path = request.path().replaceAll("\\?.*", "");
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (last.equals("jobs")) {
        String jobs = ids.stream().map(Boards::greenhouseJob).collect(Collectors.joining(","));
        TestServer.json(out, "{\"jobs\":[" + jobs + "],\"meta\":{\"total\":" + ids.size() + "}}");
      } else if (ids.contains(Integer.parseInt(last))) {
        TestServer.json(out, greenhouseJob(Integer.parseInt(last)));
      } else {
        TestServer.status(out, "404 Not Found");
      }
    };
  }

  private static String greenhouseJob(int id) {
    return ("{'id':%d,'title':'Engineer %d','company_name':'Acme','location':{'name':'Berlin'},"
            + "'updated_at':'2026-11-01T10:00:00Z','absolute_url':'"
            + GREENHOUSE
            + "/jobs/%d',"
            + "'content':'%s'}")
        .formatted(id, id, id, text(id))
        .replace('\'', '"');
  }

  /** Words that differ from posting to posting. */
  private static String text(int id) {
    String own =
        IntStream.range(0, 60)
            .mapToObj(i -> "topic" + Integer.toHexString((id * 7919 + i * 104729) % 65536))
            .collect(Collectors.joining(" "));
    return "&lt;h2&gt;Your tasks&lt;/h2&gt;&lt;p&gt;You will look after number "
        + id
        + " and "
        + own
        + ".&lt;/p&gt;&lt;h2&gt;Requirements&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Experience with Java"
        + "&lt;/li&gt;&lt;/ul&gt;";
  }

  /** A board whose list has no texts and says that it has so many postings. */
  static Route smart(List<Integer> ids, int declared, List<Integer> broken) {
    return (request, out) -> {
      String path = request.path().replaceAll("\\?.*", "");
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (last.equals("postings")) {
        String jobs =
            ids.stream()
                .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Engineer " + id + "\"}")
                .collect(Collectors.joining(","));
        TestServer.json(
            out,
            "{\"limit\":100,\"offset\":0,\"totalFound\":"
                + declared
                + ",\"content\":["
                + jobs
                + "]}");
      } else if (broken.contains(Integer.parseInt(last))) {
        TestServer.status(out, "400 Bad Request");
      } else {
        TestServer.json(
            out,
            ("{'id':'%s','name':'Engineer %s','company':{'name':'Acme'},'jobAd':{'sections':"
                    + "{'jobDescription':{'title':'Job','text':'%s'}}}}")
                .formatted(
                    last,
                    last,
                    text(Integer.parseInt(last)).replace("&lt;", "<").replace("&gt;", ">"))
                .replace('\'', '"'));
      }
    };
  }
}
