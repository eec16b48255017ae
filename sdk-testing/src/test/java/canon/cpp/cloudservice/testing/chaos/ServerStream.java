package canon.cpp.cloudservice.testing.chaos;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiFunction;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.ISession;
import org.eclipse.jetty.http2.IStream;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.server.HttpTransportOverHTTP2;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** An HTTP/2 stream of a client, that can fail like a network. */
final class ServerStream implements Downstream {
  private final Request request;
  private final HttpServletResponse response;
  private final IStream stream;
  private final BiFunction<ISession, HttpMessage, HttpMessage> once;
  private final BiFunction<ISession, HttpMessage, HttpMessage> twice;

  /**
   * Creates a stream.
   *
   * @param once returns the message that is sent on a connection in place of another one
   * @param twice does the same, and shifts later messages of the connection
   */
  ServerStream(
      Request request,
      HttpServletResponse response,
      BiFunction<ISession, HttpMessage, HttpMessage> once,
      BiFunction<ISession, HttpMessage, HttpMessage> twice) {
    this.request = request;
    this.response = response;
    this.once = once;
    this.twice = twice;
    this.stream =
        ((HttpTransportOverHTTP2) request.getHttpChannel().getHttpTransport()).getStream();
  }

  @Override
  public void forward(HttpMessage message) throws IOException {
    send(once.apply(stream.getSession(), message));
  }

  @Override
  public void forwardTwice(HttpMessage message) throws IOException {
    send(twice.apply(stream.getSession(), message));
  }

  @Override
  public void send(HttpMessage message) throws IOException {
    writeHead(message);
    response.getOutputStream().write(message.body());
    response.getOutputStream().close();
  }

  @Override
  public void sendPart(HttpMessage message, int length) throws IOException {
    int body = length - message.headLength();
    if (body >= 0) {
      writeHead(message);
      OutputStream out = response.getOutputStream();
      out.write(message.body(), 0, body);
      out.flush();
    }
    reset();
  }

  private void writeHead(HttpMessage message) {
    response.setStatus(message.status());
    for (String line : message.headers()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      if (!name.equalsIgnoreCase("connection")) {
        response.addHeader(name, line.substring(colon + 1).strip());
      }
    }
  }

  /** The stream stays open; nothing waits for it. */
  @Override
  public void fallSilent() {
    request.startAsync().setTimeout(0);
  }

  /** Half of the streams end alone, and half with their connection. */
  @Override
  public void reset() {
    if (stream.getId() % 4 == 1) {
      ((org.eclipse.jetty.http2.HTTP2Session) stream.getSession()).getEndPoint().close();
    } else {
      int code = ErrorCode.CANCEL_STREAM_ERROR.code;
      stream.reset(new ResetFrame(stream.getId(), code), Callback.NOOP);
    }
    if (!request.isAsyncStarted()) {
      fallSilent();
    }
  }
}
