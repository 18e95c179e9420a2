package dev.truerole.app.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the HTTP layer refuses before it reaches a route, in the same words as all else. */
final class HttpProblems extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = Problems.ofStatus(response.getStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.write(true, ByteBuffer.wrap(Problems.json(problem)), callback);
    return true;
  }
}
