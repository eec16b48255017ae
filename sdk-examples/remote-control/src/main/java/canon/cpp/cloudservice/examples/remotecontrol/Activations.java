package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The endpoint {@code POST /activate}. The user is the one of the token in {@code Authorization},
 * or of the browser's cookie.
 *
 * <p>The header {@code Idempotency-Key} of the app is passed on. So an app that did not receive the
 * response repeats its request under the same key, at any node, and the service applies it once.
 */
final class Activations {
  private static final String BEARER = "Bearer ";
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private final CloudServiceClient client;
  private final MicrosoftApp app;
  private final MicrosoftCredential credential;
  private final AppTokens appTokens;
  private final SignedInUsers users;

  Activations(
      CloudServiceClient client,
      MicrosoftApp app,
      MicrosoftCredential credential,
      AppTokens appTokens,
      SignedInUsers users) {
    this.client = client;
    this.app = app;
    this.credential = credential;
    this.appTokens = appTokens;
    this.users = users;
  }

  Reply activate(HttpExchange exchange) throws InvalidTokenException, IOException {
    Change<Activation> activate = user(exchange).remoteControl().activate();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null) {
      try {
        activate = activate.idempotencyKey(key);
      } catch (IllegalArgumentException e) {
        return Reply.problem(400, "The header Idempotency-Key is not valid.");
      }
    }
    String trace = exchange.getRequestHeaders().getFirst("traceparent");
    Change<Response<Activation>> call = activate.withResponse();
    Response<Activation> response =
        trace != null && TRACEPARENT.matcher(trace).matches()
            ? call.header("traceparent", trace).execute()
            : call.execute();
    return Reply.of(200, Map.of("firstActivation", response.value().firstActivation()))
        .with("X-Request-Id", response.requestId());
  }

  /** Returns the view of the client that acts for the user of the request. */
  private CloudServiceClient user(HttpExchange exchange) throws InvalidTokenException, IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null) {
      return client.withTokenProvider(signedIn(exchange));
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new InvalidTokenException("The header Authorization has no bearer token.");
    }
    AppToken sent = appTokens.read(authorization.substring(BEARER.length()).strip());
    return sent.isForService() ? passThrough(sent) : onBehalfOf(sent);
  }

  private CloudServiceClient passThrough(AppToken sent) {
    return client.withToken(sent.token());
  }

  private CloudServiceClient onBehalfOf(AppToken sent) {
    TokenProvider user = app.inTenant(sent.tenant()).onBehalfOf(credential, sent.token());
    return client.withTokenProvider(user);
  }

  private AccountTokenProvider signedIn(HttpExchange exchange) throws InvalidTokenException {
    return Handle.of(exchange)
        .flatMap(handle -> users.provider(handle.name()))
        .orElseThrow(() -> new InvalidTokenException("The user is not signed in."));
  }
}
