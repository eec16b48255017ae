package canon.cpp.cloudservice.cli.exit;

import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotException;
import canon.cpp.cloudservice.cli.terminal.OutputException;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.signin.TokenStoreException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means for the user.
 *
 * @param code the exit code
 * @param message one paragraph: what happened, and what to do; empty if nothing is to be printed
 * @param problem the code of the service's rejection
 * @param requestId the id of the last request
 */
public record Failure(
    ExitCode code, String message, @Nullable ProblemCode problem, @Nullable String requestId) {
  private static final Set<AuthenticationErrorKind> SIGN_IN_AGAIN =
      EnumSet.of(
          AuthenticationErrorKind.SIGN_IN_REQUIRED,
          AuthenticationErrorKind.CANCELLED,
          AuthenticationErrorKind.TIMED_OUT,
          AuthenticationErrorKind.CODE_EXPIRED,
          AuthenticationErrorKind.BLOCKED_BY_POLICY,
          AuthenticationErrorKind.DENIED,
          AuthenticationErrorKind.REJECTED);
  private static final Set<ProblemCode> ABOUT_THE_ACCOUNT =
      Set.of(
          ProblemCode.ACCOUNT_NOT_REGISTERED,
          ProblemCode.ACCOUNT_MISMATCH,
          ProblemCode.EMAIL_NOT_VERIFIED,
          ProblemCode.SIGN_IN_REQUIRED,
          ProblemCode.ADMINISTRATOR_REQUIRED);

  /** Returns the meaning of a failure. */
  public static Failure of(Throwable thrown) {
    if (thrown instanceof CommandException known) {
      return plain(known.code(), messageOf(known));
    }
    if (thrown instanceof CloudServiceException call) {
      return ofCall(call);
    }
    if (thrown instanceof OutputException output) {
      return plain(ExitCode.FAILURE, output.isClosedPipe() ? "" : messageOf(output));
    }
    if (thrown instanceof RemovalCeilingException ceiling) {
      return plain(
          ExitCode.CEILING,
          "The command would remove "
              + ceiling.removals()
              + ", but the ceiling allows "
              + ceiling.allowed()
              + ". Nothing was removed. Check the input; to approve exactly this number, add"
              + " --max-removals "
              + ceiling.removals()
              + ".");
    }
    if (thrown instanceof PlanException plan) {
      return plain(
          plan.problem() == PlanProblem.WRONG_SITE ? ExitCode.WRONG_SITE : ExitCode.USAGE,
          messageOf(plan));
    }
    if (thrown instanceof SnapshotException) {
      return plain(ExitCode.USAGE, messageOf(thrown));
    }
    if (thrown instanceof TokenStoreException) {
      return plain(ExitCode.SIGN_IN, messageOf(thrown) + " Run: cloudservice sign-in");
    }
    if (thrown instanceof JournalException || thrown instanceof IllegalArgumentException) {
      return plain(ExitCode.FAILURE, messageOf(thrown));
    }
    return plain(
        ExitCode.FAILURE,
        "Unexpected failure: "
            + thrown
            + ". Run the command again with --stacktrace and send the result to support.");
  }

  private static Failure ofCall(CloudServiceException call) {
    ExitCode code = codeOf(call);
    ProblemCode problem = call instanceof RejectedException rejected ? rejected.code() : null;
    return new Failure(
        code,
        messageOf(call) + remedy(code, problem).map(text -> " " + text).orElse(""),
        problem,
        requestIdOf(call));
  }

  private static Optional<String> remedy(ExitCode code, @Nullable ProblemCode problem) {
    if (problem != null) {
      return Remedies.of(problem);
    }
    return switch (code) {
      case SIGN_IN -> Optional.of("Run: cloudservice sign-in");
      case UNREACHABLE -> Optional.of("Run: cloudservice diagnose");
      case UNKNOWN -> Optional.of("Run the command again: it applies nothing twice.");
      default -> Optional.empty();
    };
  }

  private static ExitCode codeOf(CloudServiceException call) {
    if (call instanceof InterruptedCallException) {
      return ExitCode.INTERRUPTED;
    }
    if (call instanceof AuthenticationException failed) {
      if (failed.isTransient() || failed.kind() == AuthenticationErrorKind.PROXY) {
        return ExitCode.UNREACHABLE;
      }
      return SIGN_IN_AGAIN.contains(failed.kind()) ? ExitCode.SIGN_IN : ExitCode.FAILURE;
    }
    if (call instanceof RejectedException rejected) {
      return codeOf(rejected);
    }
    if (call.outcome() == Outcome.UNKNOWN && call.idempotencyKey().isPresent()) {
      return ExitCode.UNKNOWN;
    }
    return call instanceof UnavailableException || call instanceof DeadlineException
        ? ExitCode.UNREACHABLE
        : ExitCode.FAILURE;
  }

  private static ExitCode codeOf(RejectedException rejected) {
    if (rejected instanceof UnauthenticatedException
        || ABOUT_THE_ACCOUNT.contains(rejected.code())) {
      return ExitCode.SIGN_IN;
    }
    if (rejected.code().equals(ProblemCode.PRECONDITION_FAILED)) {
      return ExitCode.DRIFT;
    }
    return rejected.code().equals(ProblemCode.RATE_LIMITED)
        ? ExitCode.UNREACHABLE
        : ExitCode.REJECTED;
  }

  private static @Nullable String requestIdOf(CloudServiceException call) {
    List<Attempt> attempts = call.attempts();
    return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).requestId();
  }

  private static Failure plain(ExitCode code, String message) {
    return new Failure(code, message, null, null);
  }

  private static String messageOf(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.toString() : message;
  }
}
