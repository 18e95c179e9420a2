package dev.truerole.scraper.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truerole.scraper.page.TestServer.Request;
import dev.truerole.scraper.page.TestServer.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Servers as they should not be, one small class each. */
final class Misbehaviours {

  private Misbehaviours() {}

  /** Sends the start of a body and then nothing, with the connection left open. */
  static final class Stalled implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException, InterruptedException {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>We seek".getBytes(UTF_8));
      out.flush();
      new CountDownLatch(1).await();
    }
  }

  /** Sends a byte now and then: never idle for long, never done. */
  static final class Dripping implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException, InterruptedException {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8));
      CountDownLatch never = new CountDownLatch(1);
      do {
        out.write('x');
        out.flush();
      } while (!never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS));
    }
  }

  /** Sends a body without end as fast as it is taken. */
  static final class EndlessBody implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8));
      byte[] more = "<p>more</p>".repeat(1000).getBytes(UTF_8);
      while (true) {
        out.write(more);
      }
    }
  }

  /** Sends a few kilobytes that unpack to 64 MiB. */
  static final class ZipBomb implements Route {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

    ZipBomb() throws IOException {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        for (int i = 0; i < 64; i++) {
          gzip.write(new byte[1 << 20]);
        }
      }
    }

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      TestServer.send(
          out,
          "200 OK",
          "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
          packed.toByteArray());
    }
  }

  /** Sends everybody elsewhere. */
  record RedirectTo(String target) implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      TestServer.send(out, "302 Found", "Location: " + target + "\r\n", new byte[0]);
    }
  }

  /** Sends everybody one step further, for ever. */
  static final class RedirectLoop implements Route {
    private final AtomicInteger step = new AtomicInteger();

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      new RedirectTo("/" + step.incrementAndGet()).answer(request, out);
    }
  }

  /** Says ISO-8859-1 and sends windows-1252. */
  static final class WrongCharset implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      byte[] body = "<p>You\u0092ll build things \u0096 with us</p>".getBytes(ISO_8859_1);
      TestServer.send(out, "200 OK", "Content-Type: text/html; charset=iso-8859-1\r\n", body);
    }
  }

  /** Refuses so many requests, each with the same headers, and then answers. */
  static final class Busy implements Route {
    private final String status;
    private final String headers;
    private final AtomicInteger left;

    Busy(int times, String status, String headers) {
      this.left = new AtomicInteger(times);
      this.status = status;
      this.headers = headers;
    }

    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      if (left.getAndDecrement() > 0) {
        TestServer.send(out, status, headers, new byte[0]);
      } else {
        TestServer.html(out, "<p>at last</p>");
      }
    }
  }

  /** Promises more bytes than it sends. */
  static final class CutShort implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n";
      out.write((head + "{\"jobs\":[{\"title\":\"Data Eng").getBytes(UTF_8));
      out.flush();
    }
  }

  /** Hangs up without a word. */
  static final class HangUp implements Route {
    @Override
    public void answer(Request request, OutputStream out) {}
  }

  /** Says that it is HTML and sends a PDF file. */
  static final class DisguisedPdf implements Route {
    @Override
    public void answer(Request request, OutputStream out) throws IOException {
      TestServer.html(out, "%PDF-1.7 binary things");
    }
  }
}
