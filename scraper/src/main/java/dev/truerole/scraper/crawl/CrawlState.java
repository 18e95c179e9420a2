package dev.truerole.scraper.crawl;

import dev.truerole.scraper.posting.JobPosting;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of crawls in one SQLite file. What a run has done is committed together with how long
 * its output was then, so that a run that was killed goes on exactly where it stopped. For one
 * process at a time; its threads wait for each other.
 */
public final class CrawlState implements Closeable {

  /** Stands for an output that did not grow. */
  public static final long SAME_LENGTH = -1;

  /** Texts that agree in so much are one posting, put up again. */
  private static final double NEAR = 0.8;

  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "CREATE TABLE IF NOT EXISTS run (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished"
              + " TEXT, inputs TEXT NOT NULL, output TEXT NOT NULL, length INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS page (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT,"
              + " outcome TEXT NOT NULL, run INTEGER NOT NULL, first_seen TEXT NOT NULL, last_seen"
              + " TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS posting (key TEXT PRIMARY KEY, url TEXT NOT NULL, page TEXT"
              + " NOT NULL, board TEXT, content TEXT NOT NULL, text TEXT NOT NULL, kin TEXT NOT"
              + " NULL, minhash BLOB NOT NULL, outcome TEXT NOT NULL, run INTEGER NOT NULL,"
              + " first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, duplicate_of TEXT)",
          "CREATE TABLE IF NOT EXISTS band (number INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY"
              + " (number, key)) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS missing (key TEXT PRIMARY KEY, times INTEGER NOT NULL, run"
              + " INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE IF NOT EXISTS answer (lane INTEGER NOT NULL, url TEXT NOT NULL, came TEXT"
              + " NOT NULL, text BLOB NOT NULL, etag TEXT, last_modified TEXT, at TEXT NOT NULL,"
              + " notes TEXT NOT NULL, PRIMARY KEY (lane, url))",
          "CREATE TABLE IF NOT EXISTS robots (address TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT"
              + " NOT NULL)",
          "CREATE INDEX IF NOT EXISTS posting_text ON posting (text)",
          "CREATE INDEX IF NOT EXISTS posting_board ON posting (board)",
          "CREATE INDEX IF NOT EXISTS posting_page ON posting (page)");

  /**
   * A run over some inputs.
   *
   * @param resumed whether it was begun before and not finished
   * @param length how long its output was when its last step was committed
   */
  public record Run(long id, boolean resumed, long length) {}

  /** What a server said of the version of a page that was read last. */
  public record PageVersion(@Nullable String etag, @Nullable String lastModified) {}

  private final Database database;

  private CrawlState(Connection connection) {
    this.database = new Database(connection);
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws IOException if it is no state, or in use
   */
  public static CrawlState open(Path file) throws IOException {
    return open("jdbc:sqlite:" + file, file.toString());
  }

  /** A state that is forgotten when it is closed. */
  public static CrawlState inMemory() throws IOException {
    return open("jdbc:sqlite::memory:", "memory");
  }

  private static CrawlState open(String address, String name) throws IOException {
    try {
      Connection database = DriverManager.getConnection(address);
      try (Statement statement = database.createStatement()) {
        for (String line : SCHEMA) {
          statement.execute(line);
        }
      } catch (SQLException e) {
        database.close();
        throw e;
      }
      return new CrawlState(database);
    } catch (SQLException e) {
      throw new IOException(name + " cannot be used as the state of a crawl: " + e.getMessage(), e);
    }
  }

  /**
   * Begins a run, or goes on with the last one if it was not finished and had the same inputs and
   * the same output.
   */
  public Run begin(List<String> inputs, String output, Instant now) throws IOException {
    String all = String.join("\n", inputs);
    return database.guarded(
        () -> {
          Optional<Run> open =
              database.query(
                  "SELECT id, length FROM run WHERE finished IS NULL AND inputs = ? AND output = ?"
                      + " AND id = (SELECT max(id) FROM run)",
                  row -> new Run(row.getLong(1), true, row.getLong(2)),
                  all,
                  output);
          if (open.isPresent()) {
            return open.get();
          }
          database.update(
              "INSERT INTO run (started, inputs, output, length) VALUES (?, ?, ?, 0)",
              now.toString(),
              all,
              output);
          database.update("DELETE FROM answer");
          long id = database.query("SELECT max(id) FROM run", row -> row.getLong(1)).orElseThrow();
          return new Run(id, false, 0);
        });
  }

  /** Ends a run: the next one starts anew. */
  public void finish(Run run, Instant now) throws IOException {
    database.guarded(
        () -> {
          database.update("DELETE FROM answer");
          return database.update(
              "UPDATE run SET finished = ? WHERE id = ?", now.toString(), run.id());
        });
  }

  /**
   * Keeps an answer that cannot be worked on yet, so that a run that is killed before need not ask
   * again.
   *
   * @param lane the number of the input it is for
   */
  public void keep(int lane, KeptAnswer answer) throws IOException {
    database.guarded(
        () ->
            database.update(
                "INSERT OR REPLACE INTO answer (lane, url, came, text, etag, last_modified, at,"
                    + " notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                lane,
                answer.url(),
                answer.came(),
                answer.packed(),
                answer.version().etag(),
                answer.version().lastModified(),
                answer.at().toString(),
                String.join("\n", answer.notes())));
  }

  /** An answer that was kept. */
  public Optional<KeptAnswer> kept(int lane, String url) throws IOException {
    return database.guarded(
        () ->
            database.query(
                "SELECT came, text, etag, last_modified, at, notes FROM answer WHERE lane = ? AND"
                    + " url = ?",
                row ->
                    KeptAnswer.unpacked(
                        url,
                        row.getString(1),
                        row.getBytes(2),
                        new PageVersion(row.getString(3), row.getString(4)),
                        Instant.parse(row.getString(5)),
                        row.getString(6).lines().toList()),
                lane,
                url));
  }

  /** Forgets the answers of an input that is done with. */
  public void forget(int lane) throws IOException {
    database.guarded(() -> database.update("DELETE FROM answer WHERE lane = ?", lane));
  }

  /** The robots.txt file last kept of an address, and since when. */
  public Optional<Map.Entry<String, Instant>> robots(String address) throws IOException {
    return database.guarded(
        () ->
            database.query(
                "SELECT text, at FROM robots WHERE address = ?",
                row -> Map.entry(row.getString(1), Instant.parse(row.getString(2))),
                address));
  }

  /** Keeps a robots.txt file. */
  public void keepRobots(String address, String text, Instant at) throws IOException {
    database.guarded(
        () ->
            database.update(
                "INSERT OR REPLACE INTO robots (address, text, at) VALUES (?, ?, ?)",
                address,
                text,
                at.toString()));
  }

  /** Whether this run has done with a page already. */
  public boolean isPageDone(Run run, String url) throws IOException {
    return database.guarded(
        () ->
            database
                .query("SELECT 1 FROM page WHERE url = ? AND run = ?", row -> true, url, run.id())
                .isPresent());
  }

  /** Whether this run has written a posting already. */
  public boolean isPostingDone(Run run, String key) throws IOException {
    return database.guarded(
        () ->
            database
                .query(
                    "SELECT 1 FROM posting WHERE key = ? AND run = ?", row -> true, key, run.id())
                .isPresent());
  }

  /** The version of a page when it was last read. */
  public Optional<PageVersion> version(String url) throws IOException {
    return database.guarded(
        () ->
            database.query(
                "SELECT etag, last_modified FROM page WHERE url = ? AND outcome = 'OK'",
                row -> new PageVersion(row.getString(1), row.getString(2)),
                url));
  }

  /** Compares a posting with what is known, changing nothing. */
  public Sighting compare(String key, JobPosting posting, Instant now) throws IOException {
    Fingerprint print = Fingerprint.of(posting);
    return database.guarded(
        () -> {
          Optional<String[]> before =
              database.query(
                  "SELECT content, first_seen, outcome FROM posting WHERE key = ?",
                  row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                  key);
          Instant first = before.map(row -> Instant.parse(row[1])).orElse(now);
          Sighting.Change change =
              before
                  .map(
                      row ->
                          row[0].equals(print.content()) && row[2].equals("OK")
                              ? Sighting.Change.SAME
                              : Sighting.Change.CHANGED)
                  .orElse(Sighting.Change.NEW);
          Kin kin = kin(key, print);
          return new Sighting(change, first, kin.key(), kin.similarity());
        });
  }

  /** Another posting that says the same. */
  private record Kin(@Nullable String key, double similarity) {}

  private Kin kin(String key, Fingerprint print) throws SQLException {
    Optional<String> equal =
        database.query(
            "SELECT key FROM posting WHERE text = ? AND kin = ? AND key <> ? AND duplicate_of IS"
                + " NULL ORDER BY first_seen, key LIMIT 1",
            row -> row.getString(1),
            print.text(),
            print.kin(),
            key);
    return equal.isPresent() ? new Kin(equal.get(), 1) : near(key, print);
  }

  private Kin near(String key, Fingerprint print) throws SQLException {
    Kin best = new Kin(null, 0);
    String sql =
        "SELECT DISTINCT p.key, p.minhash FROM band b JOIN posting p ON p.key = b.key WHERE"
            + " b.number IN ("
            + "?,".repeat(MinHash.BANDS - 1)
            + "?) AND p.kin = ? AND p.key <> ? AND p.duplicate_of IS NULL ORDER BY p.first_seen,"
            + " p.key";
    try (PreparedStatement statement = database.prepare(sql)) {
      int index = 1;
      for (long band : print.minHash().bands()) {
        statement.setLong(index++, band);
      }
      statement.setString(index++, print.kin());
      statement.setString(index, key);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          double similarity = print.minHash().resemblance(MinHash.read(rows.getBytes(2)));
          best = similarity > best.similarity() ? new Kin(rows.getString(1), similarity) : best;
        }
      }
    }
    return best.similarity() >= NEAR ? best : new Kin(null, 0);
  }

  /**
   * Where a posting was found.
   *
   * @param key what it is called in the state
   * @param url where people read it
   * @param page the address of the page or answer it came from
   * @param board the address of its board, if it came from one
   */
  public record Place(String key, String url, String page, @Nullable String board) {}

  /** Commits a posting, together with the length of the output that holds it. */
  public void posting(
      Run run, Place place, JobPosting posting, Sighting sighting, long length, Instant now)
      throws IOException {
    Fingerprint print = Fingerprint.of(posting);
    database.together(
        () -> {
          database.update(
              "INSERT OR REPLACE INTO posting (key, url, page, board, content, text, kin, minhash,"
                  + " outcome, run, first_seen, last_seen, duplicate_of) VALUES (?, ?, ?, ?, ?, ?,"
                  + " ?, ?, 'OK', ?, ?, ?, ?)",
              place.key(),
              place.url(),
              place.page(),
              place.board(),
              print.content(),
              print.text(),
              print.kin(),
              print.minHash().bytes(),
              run.id(),
              sighting.firstSeen().toString(),
              now.toString(),
              sighting.duplicateOf());
          database.update("DELETE FROM band WHERE key = ?", place.key());
          for (long band : print.minHash().bands()) {
            database.update(
                "INSERT OR IGNORE INTO band (number, key) VALUES (?, ?)", band, place.key());
          }
          if (length != SAME_LENGTH) {
            database.update("UPDATE run SET length = ? WHERE id = ?", length, run.id());
          }
        });
  }

  /** Commits that this run has done with a page. */
  public void page(Run run, String url, PageVersion version, String outcome, Instant now)
      throws IOException {
    database.guarded(
        () ->
            database.update(
                "INSERT INTO page (url, etag, last_modified, outcome, run, first_seen, last_seen)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET etag ="
                    + " excluded.etag, last_modified = excluded.last_modified, outcome ="
                    + " excluded.outcome, run = excluded.run, last_seen = excluded.last_seen",
                url,
                version.etag(),
                version.lastModified(),
                outcome,
                run.id(),
                now.toString(),
                now.toString()));
  }

  /** Commits that a page and all its postings are as they were. */
  public int unchanged(Run run, String page, Instant now) throws IOException {
    return unchanged(run, page, "", now);
  }

  /** Commits that a listing is as it was: what it lacked before, it lacks again. */
  public int unchangedListing(Run run, String page, Instant now) throws IOException {
    return unchanged(run, page, " AND key NOT IN (SELECT key FROM missing)", now);
  }

  private int unchanged(Run run, String page, String which, Instant now) throws IOException {
    int[] postings = new int[1];
    database.together(
        () -> {
          database.update(
              "UPDATE page SET run = ?, last_seen = ? WHERE url = ?",
              run.id(),
              now.toString(),
              page);
          postings[0] =
              database.update(
                  "UPDATE posting SET run = ?, last_seen = ? WHERE page = ? AND outcome = 'OK'"
                      + which,
                  run.id(),
                  now.toString(),
                  page);
        });
    return postings[0];
  }

  /**
   * Counts the postings of a board that this run has not seen as missing once more, and marks those
   * as expired that were missing often enough in a row. Only for boards that were read completely.
   *
   * @param enough complete listings in a row without a posting that make it expired
   * @return the addresses of those that were open before
   */
  public List<String> expireUnseen(Run run, String board, int enough) throws IOException {
    List<String> urls = new ArrayList<>();
    String unseen = " WHERE board = ? AND run <> ? AND outcome = 'OK'";
    String gone = unseen + " AND key IN (SELECT key FROM missing WHERE times >= ?)";
    database.together(
        () -> {
          database.update(
              "INSERT INTO missing (key, times, run) SELECT key, 1, ? FROM posting"
                  + unseen
                  + " ON CONFLICT (key) DO UPDATE SET times = times + 1, run = excluded.run WHERE"
                  + " missing.run <> excluded.run",
              run.id(),
              board,
              run.id());
          database.update(
              "DELETE FROM missing WHERE key IN (SELECT key FROM posting WHERE board = ? AND run ="
                  + " ?)",
              board,
              run.id());
          try (PreparedStatement select =
              database.prepare("SELECT url FROM posting" + gone + " ORDER BY key")) {
            Database.bind(select, board, run.id(), enough);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                urls.add(rows.getString(1));
              }
            }
          }
          database.update("UPDATE posting SET outcome = 'EXPIRED'" + gone, board, run.id(), enough);
        });
    return urls;
  }

  /**
   * Commits that a posting is still there, though it could not be read this time.
   *
   * @param over whether it says that it is closed
   */
  public void touch(Run run, String key, boolean over, Instant now) throws IOException {
    database.guarded(
        () ->
            database.update(
                "UPDATE posting SET run = ?, last_seen = ?, outcome = CASE ? WHEN 1 THEN 'EXPIRED'"
                    + " ELSE outcome END WHERE key = ?",
                run.id(),
                now.toString(),
                over ? 1 : 0,
                key));
  }

  /** Marks one posting as expired: its page said so. */
  public void expire(Run run, String page) throws IOException {
    database.guarded(
        () ->
            database.update(
                "UPDATE posting SET outcome = 'EXPIRED', run = ? WHERE page = ?", run.id(), page));
  }

  /** How many postings of a board are open. */
  public int open(String board) throws IOException {
    return database.guarded(
        () ->
            database
                .query(
                    "SELECT count(*) FROM posting WHERE board = ? AND outcome = 'OK'",
                    row -> row.getInt(1),
                    board)
                .orElse(0));
  }

  @Override
  public void close() throws IOException {
    database.guarded(
        () -> {
          database.close();
          return true;
        });
  }
}
