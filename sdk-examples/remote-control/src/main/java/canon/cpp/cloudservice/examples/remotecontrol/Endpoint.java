package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.errors.CloudServiceException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A path with one method. Every failure becomes a response; no response contains a secret. */
final class Endpoint implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final String method;
  private final String path;
  private final Action action;

  Endpoint(String method, String path, Action action) {
    this.method = method;
    this.path = path;
    this.action = action;
  }

  /** What the endpoint does. */
  interface Action {
    Reply reply(HttpExchange exchange) throws Exception;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      LOG.info(
          "{} {}: status {}, request {}",
          method,
          path,
          reply.status(),
          reply.headers().getOrDefault("X-Request-Id", "none"));
      reply.send(exchange);
    }
  }

  private Reply reply(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return Reply.problem(404, "There is no such path.");
    }
    if (!exchange.getRequestMethod().equals(method)) {
      return Reply.problem(405, "Use " + method + ".").with("Allow", method);
    }
    try {
      return action.reply(exchange);
    } catch (InvalidTokenException e) {
      return Reply.problem(401, String.valueOf(e.getMessage()))
          .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    } catch (CloudServiceException e) {
      LOG.info("{} failed: {}", path, e.getMessage());
      return CallFailures.reply(e);
    } catch (Exception e) {
      // The message of another library may quote what it received.
      LOG.error("{} failed with {}", path, e.getClass().getName());
      return Reply.problem(503, "The back end cannot do this now. Try again later.");
    }
  }
}
