package canon.cpp.cloudservice.examples.remotecontrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.examples.remotecontrol.store.PendingSignIns;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.SignInApp;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in in a browser, for users whose app has no token. The redirect may start at one node and
 * come back to another.
 */
final class SignIns {
  static final String CALLBACK = "/callback";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final CloudServiceClient client;
  private final SignInApp app;
  private final URI redirectUri;
  private final SealingKey key;
  private final PendingSignIns pending;
  private final SignedInUsers users;

  SignIns(
      CloudServiceClient client,
      SignInApp app,
      BackEndSettings settings,
      PendingSignIns pending,
      SignedInUsers users) {
    this.client = client;
    this.app = app;
    this.redirectUri = settings.publicAddress().resolve(CALLBACK);
    this.key = settings.sealingKey();
    this.pending = pending;
    this.users = users;
  }

  Reply begin(HttpExchange unused) throws SQLException {
    AuthorizationCodeSession session = app.begin(redirectUri);
    Handle handle = Handle.random();
    pending.deleteExpired();
    pending.put(handle.name(), session.seal(key));
    return Reply.of(302, Map.of())
        .with("Location", session.url().toString())
        .with("Set-Cookie", handle.cookie());
  }

  /** Completes the sign-in at whichever node receives the callback, and gives a new handle. */
  Reply complete(HttpExchange exchange) throws InvalidTokenException, SQLException {
    Optional<Handle> before = Handle.of(exchange);
    String sealed = before.isPresent() ? pending.take(before.get().name()).orElse(null) : null;
    if (sealed == null) {
      throw new InvalidTokenException("This browser has not started a sign-in. Start again.");
    }
    Handle handle = Handle.random();
    try (AccountTokenProvider stored =
        app.resume(sealed, key)
            .store(users.store(), handle.name())
            .complete(parameters(exchange.getRequestURI().getRawQuery()), TIMEOUT)) {
      return Reply.of(200, Map.of("signedIn", stored.account().isPresent()))
          .with("Set-Cookie", handle.cookie());
    }
  }

  /** Ends the sign-in at the service and at all nodes, but not in the browser (D31). */
  Reply signOut(HttpExchange exchange) throws InvalidTokenException {
    Handle handle =
        Handle.of(exchange)
            .orElseThrow(() -> new InvalidTokenException("The user is not signed in."));
    AccountTokenProvider user =
        users
            .provider(handle.name())
            .orElseThrow(() -> new InvalidTokenException("The user is not signed in."));
    try {
      client.withTokenProvider(user).session().signOut().execute();
    } finally {
      user.forget();
      users.remove(handle.name());
    }
    return Reply.of(
            200,
            Map.of(
                "notice",
                "You are signed out here. Your Microsoft account may still be signed in in this"
                    + " browser."))
        .with("Set-Cookie", Handle.noCookie());
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int end = pair.indexOf('=');
      if (end > 0) {
        parameters.put(
            URLDecoder.decode(pair.substring(0, end), UTF_8),
            URLDecoder.decode(pair.substring(end + 1), UTF_8));
      }
    }
    return parameters;
  }
}
