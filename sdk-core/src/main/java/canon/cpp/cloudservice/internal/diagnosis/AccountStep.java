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

/** Asks the service who the account is, and what it may do. */
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
  boolean isOfUse() {
    if (findings.has(ACCOUNT)) {
      return false;
    }
    if (!findings.works(SERVICE)) {
      findings.skipped(ACCOUNT, "not asked, because the service does not answer", "");
      return false;
    }
    if (!findings.works(TOKEN)) {
      findings.skipped(ACCOUNT, "not asked, because there is no token", "");
      return false;
    }
    return true;
  }

  @Override
  CompletableFuture<Session> start(Duration left) {
    return requests.session(identity, left, executor);
  }

  @Override
  void answered(Session session, Duration took) {
    String who =
        "a "
            + Printable.cut(session.account().provider().id())
            + " account at site "
            + Printable.cut(session.site().id());
    if (session.roles().contains(Role.ADMINISTRATOR)) {
      findings.ok(ACCOUNT, took, who + ", signed in, cloud service administrator");
    } else {
      findings.add(
          ACCOUNT,
          CheckState.OK,
          took,
          who + ", signed in, without a role",
          "To administer, sign in as a cloud service administrator, or ask one.");
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
      outOfTime(took);
    } else {
      findings.failed(ACCOUNT, took, "it was not learnt: " + words(failure), "Try again later.");
    }
  }

  /** Only of our own exceptions is it known that they name nobody and quote nothing. */
  private static String words(Throwable failure) {
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
        (signInFirst ? "the account has yet to sign in " : "the service rejects the account ")
            + ProblemMessages.reference(problem.status(), problem.code().id(), problem.requestId()),
        ProblemMessages.advice(problem));
  }

  @Override
  void outOfTime(Duration took) {
    findings.failed(
        ACCOUNT,
        took,
        "no answer came in the time that was left",
        "Allow more with timeout(…), or try again later.");
  }
}
