package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.ACCOUNT;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;

import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.values.Printable;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Reads the session: the account, its site and its role. */
final class AccountStep extends DiagnosisStep<Session> {
  private final Identity identity;
  private final DiagnosisRequests requests;
  private final Executor executor;
  private final Findings findings;

  AccountStep(Identity identity, DiagnosisRequests requests, Executor executor, Findings findings) {
    this.identity = identity;
    this.requests = requests;
    this.executor = executor;
    this.findings = findings;
  }

  @Override
  boolean isApplicable() {
    if (findings.has(ACCOUNT)) {
      return false;
    }
    if (!findings.works(SERVICE)) {
      findings.skipped(ACCOUNT, "not checked, because the service does not respond", "");
      return false;
    }
    if (!findings.works(TOKEN)) {
      findings.skipped(ACCOUNT, "not checked, because no token was obtained", "");
      return false;
    }
    return true;
  }

  @Override
  CompletableFuture<Session> start(Duration left) {
    return requests.session(identity, left, executor);
  }

  @Override
  void succeeded(Session session, Duration took) {
    String account =
        "a "
            + Printable.cut(session.account().provider().id())
            + " account at site "
            + Printable.cut(session.site().id());
    if (session.roles().contains(Role.ADMINISTRATOR)) {
      findings.ok(ACCOUNT, took, account + ", signed in, cloud service administrator");
    } else {
      findings.add(
          ACCOUNT,
          CheckState.OK,
          took,
          account + ", signed in, without a role",
          "To administer the site, sign in as a cloud service administrator, or ask one.");
    }
  }

  @Override
  void failed(Throwable failure, Duration took) {
    if (failure instanceof RejectedException rejection) {
      rejected(rejection.problem(), took);
    } else if (failure instanceof AuthenticationException) {
      findings.failed(
          ACCOUNT,
          took,
          MissingTokenMessages.finding(failure),
          MissingTokenMessages.remedy(failure));
    } else if (failure instanceof DeadlineException) {
      timedOut(took);
    } else {
      findings.failed(
          ACCOUNT, took, "the session could not be read: " + message(failure), "Try again later.");
    }
  }

  /** Only the messages of this library's own exceptions are known to contain no private data. */
  private static String message(Throwable failure) {
    return failure instanceof CloudServiceException known
        ? known.getMessage()
        : failure.getClass().getSimpleName();
  }

  private void rejected(Problem problem, Duration took) {
    boolean signInFirst = problem.code().equals(ProblemCode.SIGN_IN_REQUIRED);
    findings.add(
        ACCOUNT,
        signInFirst ? CheckState.WARNING : CheckState.FAILED,
        took,
        (signInFirst ? "the account has not signed in yet " : "the service rejects the account ")
            + ProblemMessages.reference(problem.status(), problem.code().id(), problem.requestId()),
        ProblemMessages.advice(problem));
  }

  @Override
  void timedOut(Duration took) {
    findings.failed(
        ACCOUNT,
        took,
        "no response was received within the timeout",
        "Allow more time with timeout(…), or try again later.");
  }
}
