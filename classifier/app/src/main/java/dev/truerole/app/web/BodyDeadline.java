package dev.truerole.app.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off whoever sends a body drop by drop. The time counts from when a thread takes the request
 * up, so that waiting for one is held against nobody.
 */
final class BodyDeadline extends Handler.Wrapper {

  private final long millis;

  BodyDeadline(long millis) {
    this.millis = millis;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new Timed(request, millis), response, callback);
  }

  /** A request whose body has to arrive in time. */
  private static final class Timed extends Request.Wrapper {

    private final long start = System.nanoTime();
    private final long nanos;

    private Timed(Request request, long millis) {
      super(request);
      this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      boolean more = chunk == null || !chunk.isLast();
      if (!more || System.nanoTime() - start < nanos) {
        return chunk;
      }
      if (chunk != null) {
        chunk.release();
      }
      HttpException.RuntimeException late =
          new HttpException.RuntimeException(Problem.TIMEOUT, "the body came too slowly");
      super.fail(late);
      return Content.Chunk.from(late, true);
    }
  }
}
