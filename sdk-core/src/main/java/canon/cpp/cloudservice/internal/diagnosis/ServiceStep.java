package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Problems;
import canon.cpp.cloudservice.internal.run.Redirects;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service without a token. Its rejection is a good answer: it shows that the service is
 * there, and nothing was entrusted to who answers otherwise.
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
  boolean isOfUse() {
    return true;
  }

  @Override
  CompletableFuture<HttpResponse> start(Duration left) {
    HttpRequest request = requests.anonymous(left);
    return client.transport().sendAsync(request);
  }

  @Override
  void answered(HttpResponse response, Duration took) {
    Problem problem = Problems.read(response);
    requests.answered(response, problem != null);
    findings.answeredWith(response);
    String reference =
        ProblemMessages.reference(
            response.status(),
            problem == null ? null : problem.code().id(),
            response.headers().first("X-Request-Id").orElse(null));
    if (response.status() / 100 == 5 && !isFake(response, problem)) {
      findings.failed(
          SERVICE,
          took,
          "the service, or something before it, failed " + reference,
          "Try again later; if it stays, give this to the service's operator.");
    } else if (response.status() == TOO_MANY_REQUESTS) {
      findings.add(
          SERVICE,
          CheckState.WARNING,
          took,
          "the service, or something before it, limits the rate of requests " + reference,
          "Wait before you call again, and call less often.");
    } else if (problem != null) {
      findings.ok(SERVICE, took, "the service answers " + reference);
    } else {
      findings.failed(
          SERVICE,
          took,
          "what answers is not the service: " + description(response) + " " + reference,
          "Check the service address; behind a portal that wants a sign-in to the network, sign in"
              + " there first; otherwise a proxy answers in the service's place.");
    }
    ClockCheck.add(findings, response, client.clock().instant(), problem != null);
  }

  /** 501 is no failure of the fake: it says what it does not know. */
  private static boolean isFake(HttpResponse response, @Nullable Problem problem) {
    return response.status() == 501 && problem != null;
  }

  private static String description(HttpResponse response) {
    if (Redirects.is(response)) {
      String target = Redirects.target(response);
      return "a redirect" + (target == null ? "" : " to " + target);
    }
    return MediaTypes.isHtml(response) ? "an HTML page" : "no problem details";
  }

  @Override
  void failed(Throwable failure, Duration took) {
    String why =
        failure instanceof HttpTransportException known
            ? String.valueOf(known.getMessage())
            : "the transport failed with " + failure.getClass().getSimpleName();
    requests.unanswered(why, failure);
    unanswered(took, why);
  }

  @Override
  void outOfTime(Duration took) {
    requests.givenUp("no answer in time");
    unanswered(took, "no answer in time");
  }

  private void unanswered(Duration took, String why) {
    findings.failed(
        SERVICE,
        took,
        "the service gave no answer: " + why,
        "See the checks before; if they are well, try again later.");
    findings.skipped(CLOCK, "no answer came that tells the time", "");
  }
}
