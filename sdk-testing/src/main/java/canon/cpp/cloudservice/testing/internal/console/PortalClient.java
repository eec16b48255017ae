package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the service as the portal would: for an account, through all rules, and without
 * faults.
 */
final class PortalClient {
  private static final int TIMEOUT_SECONDS = 3;

  private static final String ACTIVATION = "/v1/remote-control/activation";

  private final FakeContext parts;
  private final AtomicLong keys = new AtomicLong();

  PortalClient(FakeContext parts) {
    this.parts = parts;
  }

  /** A response; without a body if the body cannot be read. */
  record Reply(int status, Optional<ObjectNode> body) {
    boolean isDone() {
      return status >= 200 && status < 300 && body.isPresent();
    }

    boolean needsToken() {
      String code = text("code");
      return code.equals("unauthenticated") || code.equals("token-expired");
    }

    String text(String field) {
      return body.map(json -> json.path(field).asText()).orElse("");
    }

    /** Why the request failed. */
    ConsoleMessage rejection(String place) {
      if (body.isEmpty() || text("title").isEmpty()) {
        return ConsoleMessage.rejected(
            place,
            "The response cannot be read",
            "Look at the lists to see whether the change was applied.");
      }
      StringBuilder detail = new StringBuilder(text("detail"));
      body.get().path("errors").forEach(error -> detail.append(error.path("message").asText()));
      return ConsoleMessage.rejected(place, text("title"), detail.toString());
    }
  }

  /** No response was received; with the text to show. */
  static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
      super(message);
    }
  }

  /** Signs in, which makes an invited administrator active (D10). */
  Reply signIn(ConsoleSession session, FakeAccount account) throws NoAnswerException {
    String token = parts.issueToken(account, false).value();
    Reply reply = send(token, "POST", "/v1/session", null);
    if (reply.isDone()) {
      session.signIn(account, token);
    }
    return reply;
  }

  /** Activates Remote Control for an account, which signs in first if the service asks for it. */
  Reply activate(FakeAccount account) throws NoAnswerException {
    String token = parts.issueToken(account, false).value();
    Reply reply = send(token, "POST", ACTIVATION, null);
    if (!reply.text("code").equals("sign-in-required")) {
      return reply;
    }
    Reply signedIn = send(token, "POST", "/v1/session", null);
    return signedIn.isDone() ? send(token, "POST", ACTIVATION, null) : signedIn;
  }

  /** Sends a request for the signed-in account, with another token if the first one is rejected. */
  Reply ask(ConsoleSession session, String method, String path, @Nullable ObjectNode body)
      throws NoAnswerException {
    Reply reply = send(session.token().orElse(""), method, path, body);
    Optional<FakeAccount> account = session.account();
    if (!reply.needsToken() || account.isEmpty()) {
      return reply;
    }
    Reply signedIn = signIn(session, account.get());
    return signedIn.isDone() ? send(session.token().orElse(""), method, path, body) : signedIn;
  }

  private Reply send(String token, String method, String path, @Nullable ObjectNode body)
      throws NoAnswerException {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Authorization", List.of("Bearer " + token));
    headers.put("Idempotency-Key", List.of(nextKey()));
    headers.put("Content-Type", List.of("application/json"));
    byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
    ServiceResponse response =
        await(
            new ServiceRequest(method, path, null, HttpHeaders.of(headers), bytes)
                .receivedOverHttp());
    if (response.isDropped()) {
      throw new NoAnswerException(
          "The connection broke. Look at the lists to see whether the change was applied.");
    }
    return new Reply(response.status(), Json.read(response.body()));
  }

  private String nextKey() {
    int salt = parts.keySalt();
    String origin = salt == 0 ? "" : Integer.toHexString(salt) + "-";
    return "console-" + origin + keys.incrementAndGet();
  }

  private ServiceResponse await(ServiceRequest request) throws NoAnswerException {
    try {
      return parts.service().handle(request).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new NoAnswerException("A fault holds the request: release it, or remove the fault.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("The fake is being closed.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
