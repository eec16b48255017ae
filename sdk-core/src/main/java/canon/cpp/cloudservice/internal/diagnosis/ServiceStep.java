package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.call.SecretMask;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.call.ServiceResponse.Echo;
import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Redirects;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request without a token. The expected rejection shows that the service responds, and no
 * token reaches a server that is not the service.
 */
final class ServiceStep extends DiagnosisStep<HttpResponse> {
  private static final int TOO_MANY_REQUESTS = 429;

  private final ClientContext client;
  private final DiagnosisRequests requests;
  private final Findings findings;

  ServiceStep(ClientContext client, DiagnosisRequests requests, Findings findings) {
    this.client = client;
    this.requests = requests;
    this.findings = findings;
  }

  @Override
  boolean isApplicable() {
    return true;
  }

  @Override
  CompletableFuture<HttpResponse> start(Duration left) {
    HttpRequest request = requests.anonymous(left);
    return client.transport().sendAsync(request);
  }

  @Override
  void succeeded(HttpResponse response, Duration took) {
    Problem problem = ServiceResponse.of(response, 1, Echo.MISSING, SecretMask.NONE).problem();
    requests.responseReceived(response, problem != null);
    findings.response(response);
    String reference =
        ProblemMessages.reference(
            response.status(),
            problem == null ? null : problem.code().id(),
            response.headers().first("X-Request-Id").orElse(null));
    if (response.status() / 100 == 5 && !isFake(response, problem)) {
      findings.failed(
          SERVICE,
          took,
          "the service, or a gateway before it, failed " + reference,
          "Try again later. If it persists, send this to the operator of the service.");
    } else if (response.status() == TOO_MANY_REQUESTS) {
      findings.add(
          SERVICE,
          CheckState.WARNING,
          took,
          "the service, or a gateway before it, limits the rate of requests " + reference,
          "Wait before the next call, and call less often.");
    } else if (problem != null) {
      findings.ok(SERVICE, took, "the service responds " + reference);
    } else {
      findings.failed(
          SERVICE,
          took,
          "the response is not from the service: " + description(response) + " " + reference,
          "Check the service address. If the network has a captive portal, sign in there first."
              + " Otherwise a proxy responds in place of the service.");
    }
    ClockCheck.add(findings, response, client.clock().instant(), problem != null);
  }

  /** The fake sends 501 for operations that it does not model. */
  private static boolean isFake(HttpResponse response, @Nullable Problem problem) {
    return response.status() == 501 && problem != null;
  }

  private static String description(HttpResponse response) {
    if (Redirects.isRedirect(response)) {
      String target = Redirects.target(response);
      return "a redirect" + (target == null ? "" : " to " + target);
    }
    return MediaTypes.isHtml(response) ? "an HTML page" : "no problem details";
  }

  @Override
  void failed(Throwable failure, Duration took) {
    String reason =
        failure instanceof HttpTransportException known
            ? String.valueOf(known.getMessage())
            : "the transport failed with " + failure.getClass().getSimpleName();
    requests.failed(reason, failure);
    noResponse(took, reason);
  }

  @Override
  void timedOut(Duration took) {
    requests.abandoned("no response within the timeout");
    noResponse(took, "no response within the timeout");
  }

  private void noResponse(Duration took, String reason) {
    findings.failed(
        SERVICE,
        took,
        "the service did not respond: " + reason,
        "See the checks above. If they succeeded, try again later.");
    findings.skipped(CLOCK, "no response with a Date header was received", "");
  }
}
