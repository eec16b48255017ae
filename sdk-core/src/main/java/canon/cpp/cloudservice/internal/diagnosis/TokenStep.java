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
import java.util.concurrent.CompletableFuture;

/** Asks the view's token provider, and sends nothing. */
final class TokenStep extends DiagnosisStep<AccessToken> {
  private static final String NO_ACCOUNT = "this client has no account";
  private static final String TAKE_A_VIEW =
      "Diagnose with a view of it: client.withTokenProvider(provider).diagnose().";

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
  boolean isOfUse() {
    if (!identity.isPresent()) {
      findings.skipped(TOKEN, NO_ACCOUNT, TAKE_A_VIEW);
      findings.skipped(ACCOUNT, NO_ACCOUNT, TAKE_A_VIEW);
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
    Duration askedAt = deadline.elapsed();
    CompletableFuture<AccessToken> asked = identity.fetch(request, client.tokenExecutor());
    CompletableFuture<AccessToken> told =
        asked.whenComplete(
            (token, failure) ->
                requests
                    .watch()
                    .tokenFetched(askedAt, failure == null ? null : Futures.cause(failure)));
    CompletableFuture<AccessToken> unused =
        told.whenComplete((token, failure) -> asked.cancel(false));
    return told;
  }

  @Override
  void answered(AccessToken token, Duration took) {
    if (!new RequestBuilder(client).maySend(token)) {
      findings.failed(
          TOKEN,
          took,
          "the token is bound to another service than the one that this client calls",
          "Check the service address, and where the token comes from.");
      return;
    }
    Instant end = token.expiresAt().orElse(null);
    if (end == null) {
      findings.ok(TOKEN, took, "there is a token; it does not say when it ends");
    } else if (end.isAfter(client.clock().instant())) {
      findings.ok(TOKEN, took, "there is a token, which lives until " + end);
    } else {
      findings.add(
          TOKEN,
          CheckState.WARNING,
          took,
          "there is a token, but by this machine's clock it is over since " + end,
          "Get a new one; if it is new, set this machine's clock.");
    }
  }

  @Override
  void failed(Throwable failure, Duration took) {
    findings.failed(
        TOKEN, took, MissingTokenMessages.finding(failure), MissingTokenMessages.remedy(failure));
  }

  @Override
  void outOfTime(Duration took) {
    findings.failed(
        TOKEN,
        took,
        "no token came in the time that was left",
        "Check the token provider and its way to the network, or allow more with timeout(…).");
  }
}
