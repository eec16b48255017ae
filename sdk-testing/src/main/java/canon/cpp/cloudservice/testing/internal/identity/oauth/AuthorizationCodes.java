package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Authorization codes: each can be redeemed once, within ten minutes, with the redirect address and
 * the verifier of the request.
 *
 * @param <A> the provider's kind of account
 */
public final class AuthorizationCodes<A> {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private final SerialTokens texts;
  private final Map<String, IssuedCode<A>> issued = new HashMap<>();

  public AuthorizationCodes(String name) {
    this.texts = new SerialTokens(name + "-code");
  }

  /** Why a code cannot be redeemed. */
  public enum CodeProblem {
    UNKNOWN,
    USED,
    EXPIRED,
    OTHER_CLIENT,
    OTHER_REDIRECT,
    VERIFIER_MISSING,
    VERIFIER_MALFORMED,
    VERIFIER_WRONG
  }

  /** A code cannot be redeemed. */
  public static final class NotRedeemed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final CodeProblem problem;

    NotRedeemed(CodeProblem problem) {
      super(problem.name());
      this.problem = problem;
    }

    public CodeProblem problem() {
      return problem;
    }
  }

  synchronized String issue(AuthorizationRequest request, A account, boolean offline, Instant now) {
    String code = texts.next();
    CompletedSignIn<A> signedIn =
        new CompletedSignIn<>(
            code,
            request.clientId(),
            account,
            request.scopes(),
            request.nonce(),
            request.claims(),
            offline);
    issued.put(code, new IssuedCode<>(signedIn, request, now.plus(LIFE)));
    return code;
  }

  /**
   * Redeems a code.
   *
   * @throws NotRedeemed if it is not good, or not for this program
   */
  public synchronized CompletedSignIn<A> redeem(String clientId, Parameters form, Instant now) {
    IssuedCode<A> code = issued.get(form.get("code"));
    if (code == null) {
      throw new NotRedeemed(CodeProblem.UNKNOWN);
    }
    rejectIf(!code.signedIn.clientId().equals(clientId), CodeProblem.OTHER_CLIENT);
    rejectIf(code.used, CodeProblem.USED);
    // One try, so that the verifier cannot be guessed.
    code.used = true;
    rejectIf(!now.isBefore(code.expiresAt), CodeProblem.EXPIRED);
    String redirectUri = code.request.redirectUri();
    rejectIf(!redirectUri.equals(form.get("redirect_uri")), CodeProblem.OTHER_REDIRECT);
    String verifier = form.get("code_verifier");
    String challenge = code.request.challenge();
    rejectIf(challenge.isEmpty() && !verifier.isEmpty(), CodeProblem.VERIFIER_WRONG);
    if (!challenge.isEmpty()) {
      rejectIf(verifier.isEmpty(), CodeProblem.VERIFIER_MISSING);
      rejectIf(!Pkce.isVerifier(verifier), CodeProblem.VERIFIER_MALFORMED);
      rejectIf(!Pkce.matches(challenge, verifier), CodeProblem.VERIFIER_WRONG);
    }
    return code.signedIn;
  }

  private static void rejectIf(boolean wrong, CodeProblem problem) {
    if (wrong) {
      throw new NotRedeemed(problem);
    }
  }

  /** A code that was issued. */
  private static final class IssuedCode<A> {
    private final CompletedSignIn<A> signedIn;
    private final AuthorizationRequest request;
    private final Instant expiresAt;
    private boolean used;

    IssuedCode(CompletedSignIn<A> signedIn, AuthorizationRequest request, Instant expiresAt) {
      this.signedIn = signedIn;
      this.request = request;
      this.expiresAt = expiresAt;
    }
  }
}
