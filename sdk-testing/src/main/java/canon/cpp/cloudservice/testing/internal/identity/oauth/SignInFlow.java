package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.identity.SignInCallback;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sign-in with a browser, from the authorization request to the authorization response.
 *
 * @param <A> the provider's kind of account
 */
public final class SignInFlow<A> {
  private final SignInRules<A> rules;
  private final AuthorizationCodes<A> codes;
  private final SerialTokens ids;
  private final Clock clock;
  private final Map<String, AuthorizationRequest> open = new ConcurrentHashMap<>();

  public SignInFlow(String name, SignInRules<A> rules, AuthorizationCodes<A> codes, Clock clock) {
    this.rules = rules;
    this.codes = codes;
    this.clock = clock;
    this.ids = new SerialTokens(name + "-flow");
  }

  /** What the browser shows or does next. */
  public sealed interface Step permits Page, Done, Mistake {}

  /** The login page, with a message about the last try if there was one. */
  public record Page(String flow, AuthorizationRequest request, String notice) implements Step {}

  /** The redirect back to the client, with the address of the user; empty if no user signed in. */
  public record Done(SignInCallback callback, String address) implements Step {}

  /** A page with an error; the client is not notified. */
  public record Mistake(String reason) implements Step {}

  /**
   * Starts the sign-in.
   *
   * @param inBrowser the address of the user who is already signed in in the browser; empty if
   *     there is none
   */
  public Step begin(String realm, Parameters parameters, String inBrowser) {
    AuthorizationRequest request = new AuthorizationRequest(realm, parameters);
    Optional<String> reason = rules.errorPage(request);
    if (reason.isPresent()) {
      return new Mistake(reason.get());
    }
    Optional<SignInError> mistake = request.mistake().or(() -> rules.check(request));
    if (mistake.isPresent()) {
      return done(request, mistake.get());
    }
    boolean wanted =
        request.loginHint().isEmpty() || request.loginHint().equalsIgnoreCase(inBrowser);
    if (request.acceptsSilence() && !inBrowser.isEmpty() && wanted) {
      Optional<A> account = rules.find(realm, inBrowser);
      if (account.isPresent()) {
        return enter(request, account.get(), inBrowser);
      }
    }
    return request.wants("none")
        ? done(request, new SignInError("login_required", "No user is signed in"))
        : page(request, "");
  }

  /** Handles the account that a user entered on the login page. */
  public Step submit(String flow, String address) {
    AuthorizationRequest request = open.remove(flow);
    if (request == null) {
      return new Mistake("This page has already been used. Start again.");
    }
    Optional<A> account = rules.find(request.realm(), address);
    return account.isPresent()
        ? enter(request, account.get(), address)
        : page(request, "There is no such account.");
  }

  /** Handles the cancellation by a user. */
  public Step cancel(String flow) {
    AuthorizationRequest request = open.remove(flow);
    return request == null
        ? new Mistake("This page has already been used. Start again.")
        : done(request, rules.cancelled());
  }

  private Step page(AuthorizationRequest request, String notice) {
    String flow = ids.next();
    open.put(flow, request);
    return new Page(flow, request, notice);
  }

  private Step done(AuthorizationRequest request, SignInError error) {
    return new Done(request.respond(error), "");
  }

  private Step enter(AuthorizationRequest request, A account, String address) {
    Optional<SignInError> rejected = rules.enter(request, account);
    if (rejected.isPresent()) {
      return done(request, rejected.get());
    }
    String code = codes.issue(request, account, rules.isOffline(request, account), clock.instant());
    return new Done(request.callback(Map.of("code", code)), address);
  }
}
