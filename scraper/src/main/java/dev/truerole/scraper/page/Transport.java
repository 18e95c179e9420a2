package dev.truerole.scraper.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads its answer within the limits; follows no redirect. */
final class Transport {

  /** Looks hosts up. */
  interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    static Resolver ofSystem() {
      return host -> Arrays.asList(InetAddress.getAllByName(host));
    }
  }

  /**
   * How large a decoded body may be.
   *
   * @param cut whether the rest of a larger one is left unread; otherwise it is a failure
   */
  record Size(int max, boolean cut) {}

  /** Enough of an error page to know a bot wall by. */
  private static final int ERROR_BYTES = 64 << 10;

  private final FetchSettings settings;
  private final Clock clock;
  private final OkHttpClient client;

  Transport(FetchSettings settings, Clock clock, Resolver resolver) {
    this.settings = settings;
    this.clock = clock;
    FetchLimits limits = settings.limits();
    this.client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .dns(resolver::resolve)
            .socketFactory(new GuardedSockets(settings::permits))
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(limits.connect())
            .readTimeout(limits.idle())
            .writeTimeout(limits.idle())
            .callTimeout(limits.call())
            .build();
  }

  /**
   * Asks for an address.
   *
   * @param size how large the body may be
   */
  Exchange get(HttpUrl url, String accept, Validators known, Size size) {
    try (Response response = client.newCall(request(url, accept, known)).execute()) {
      return answer(response, size);
    } catch (IOException e) {
      return broken(url, e);
    }
  }

  private Request request(HttpUrl url, String accept, Validators known) {
    Request.Builder request =
        new Request.Builder()
            .url(destination(url))
            .header("User-Agent", UserAgent.header(settings.contact()))
            .header("Accept", accept);
    if (settings.connect().containsKey(url.host())) {
      request.header("Host", url.host());
    }
    header(request, "If-None-Match", known.etag());
    header(request, "If-Modified-Since", known.lastModified());
    return request.build();
  }

  private HttpUrl destination(HttpUrl url) {
    InetSocketAddress elsewhere = settings.connect().get(url.host());
    return elsewhere == null
        ? url
        : url.newBuilder()
            .scheme("http")
            .host(elsewhere.getAddress().getHostAddress())
            .port(elsewhere.getPort())
            .build();
  }

  private static void header(Request.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private Exchange answer(Response response, Size size) throws IOException {
    boolean success = response.isSuccessful();
    int limit = success ? size.max() : ERROR_BYTES;
    InputStream body = response.body().byteStream();
    byte[] bytes = body.readNBytes(limit);
    if (success && !size.cut() && bytes.length == limit && body.read() >= 0) {
      String what = "The answer is larger than " + (limit >> 10) + " KiB.";
      return new Exchange.Broken(OutcomeKind.TOO_LARGE, what, false);
    }
    return new Answer(
        response.code(), response.headers(), new Exchange.Body(bytes), clock.instant());
  }

  private Exchange broken(HttpUrl url, IOException e) {
    String host = url.host();
    if (isBlocked(e)) {
      String what = host + " is not an address of the public internet; nothing was sent to it.";
      return new Exchange.Broken(OutcomeKind.SSRF_BLOCKED, what, false);
    }
    if (e instanceof InterruptedIOException) {
      // A single slow read may pass; a call that used up all its time is not made again.
      boolean mayPass = e instanceof SocketTimeoutException;
      return new Exchange.Broken(OutcomeKind.TIMEOUT, host + " did not answer in time.", mayPass);
    }
    if (e instanceof UnknownHostException) {
      return httpError("There is no host named " + host + ".", false);
    }
    if (e instanceof SSLException) {
      return httpError(
          "No secure connection to " + host + ": its certificate or TLS fails.", false);
    }
    if (e instanceof ConnectException) {
      return httpError("No connection to " + host + ".", true);
    }
    return httpError("The connection to " + host + " broke before the answer was complete.", true);
  }

  private static Exchange httpError(String what, boolean mayPass) {
    return new Exchange.Broken(OutcomeKind.HTTP_ERROR, what, mayPass);
  }

  private static boolean isBlocked(@Nullable Throwable e) {
    return e != null
        && (e instanceof GuardedSockets.BlockedException
            || isBlocked(e.getCause())
            || Arrays.stream(e.getSuppressed()).anyMatch(Transport::isBlocked));
  }
}
