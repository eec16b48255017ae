package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.ACCOUNT;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Deadline;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.run.RequestBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Requests a token from the view's token provider; sends nothing to the service. */
final class TokenStep extends DiagnosisStep<AccessToken> {
  private static final String NO_PROVIDER = "this client has no token provider";
  private static final String USE_A_VIEW =
      "Diagnose a view of the client: client.withTokenProvider(provider).diagnose().";

  private final ClientContext client;
  private final Identity identity;
  private final DiagnosisRequests requests;
  private final Deadline deadline;
  private final Findings findings;

  TokenStep(
      ClientContext client,
      Identity identity,
      DiagnosisRequests requests,
      Deadline deadline,
      Findings findings) {
    this.client = client;
    this.identity = identity;
    this.requests = requests;
    this.deadline = deadline;
    this.findings = findings;
  }

  @Override
  boolean isApplicable() {
    if (!identity.isPresent()) {
      findings.skipped(TOKEN, NO_PROVIDER, USE_A_VIEW);
      findings.skipped(ACCOUNT, NO_PROVIDER, USE_A_VIEW);
    }
    return identity.isPresent();
  }

  @Override
  CompletableFuture<AccessToken> start(Duration left) {
    TokenRequest request = TokenRequest.within(left).withScopes(client.scopes());
    AccessToken ready = identity.readyToken(request);
    if (ready != null) {
      return CompletableFuture.completedFuture(ready);
    }
    Duration requestedAt = deadline.elapsed();
    CompletableFuture<AccessToken> fetch = identity.fetch(request, client.tokenExecutor());
    CompletableFuture<AccessToken> unused =
        fetch.whenComplete(
            (token, failure) -> {
              Throwable cause = failure == null ? null : Futures.cause(failure);
              if (!(cause instanceof CancellationException)) {
                requests.monitor().tokenFetched(requestedAt, cause);
              }
            });
    return fetch;
  }

  @Override
  void succeeded(AccessToken token, Duration took) {
    if (!new RequestBuilder(client).maySend(token)) {
      findings.failed(
          TOKEN,
          took,
          "the token is bound to a different service than the one that this client calls",
          "Check the service address and the token provider.");
      return;
    }
    Instant end = token.expiresAt().orElse(null);
    if (end == null) {
      findings.ok(TOKEN, took, "a token was obtained; its expiry is not known");
    } else if (end.isAfter(client.clock().instant())) {
      findings.ok(TOKEN, took, "a token was obtained, which expires at " + end);
    } else {
      findings.add(
          TOKEN,
          CheckState.WARNING,
          took,
          "a token was obtained, but by this machine's clock it expired at " + end,
          "Obtain a new token; if it is new, set this machine's clock.");
    }
  }

  @Override
  void failed(Throwable failure, Duration took) {
    findings.failed(
        TOKEN, took, MissingTokenMessages.finding(failure), MissingTokenMessages.remedy(failure));
  }

  @Override
  void timedOut(Duration took) {
    findings.failed(
        TOKEN,
        took,
        "no token was obtained within the timeout",
        "Check the token provider and its network access, or allow more time with timeout(…).");
  }
}
