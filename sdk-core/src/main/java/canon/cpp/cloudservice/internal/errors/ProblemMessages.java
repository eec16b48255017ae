package canon.cpp.cloudservice.internal.errors;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a rejection means and what to do about it. */
public final class ProblemMessages {
  /** The problem has all of them; a message has to fit on a line. */
  private static final int MOST_FIELDS = 5;

  private ProblemMessages() {}

  /**
   * Returns the message of a rejection: the library's own words for known codes, otherwise the
   * title. Never the detail.
   */
  public static String message(Problem problem) {
    return "The service rejected: "
        + sentence(problem)
        + " "
        + reference(problem.status(), problem.code().id(), problem.requestId());
  }

  /** Returns the problem of a request that is not sent, because a value is wrong in any case. */
  public static Problem unsent(FieldError error) {
    return new Problem(
        400, ProblemCode.VALIDATION_FAILED, "Invalid request", null, List.of(error), null, null);
  }

  /** Returns the message of a request that is not sent. */
  public static String unsentMessage(FieldError error) {
    return "The request was not sent, because "
        + error.field()
        + " is not valid: "
        + error.message()
        + ". EmailAddress.parse(…) reads what a user types.";
  }

  /**
   * Returns what the operator of the service needs to find the request: "(404 not-found, request
   * req_1)".
   */
  public static String reference(int status, @Nullable String code, @Nullable String requestId) {
    return "("
        + status
        + (code == null ? "" : " " + Printable.cut(code))
        + (requestId == null ? "" : ", request " + Printable.cut(requestId))
        + ")";
  }

  /** Returns the same without the service's text. */
  public static String advice(Problem problem) {
    if (!problem.code().isKnown()) {
      return "This version of the library does not know the reason; ask the operator of the"
          + " service.";
    }
    String words = sentence(problem);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String sentence(Problem problem) {
    return switch (problem.code().id()) {
      case "validation-failed" ->
          "a value is not allowed: " + fields(problem) + ". Correct it and call again.";
      case "page-token-invalid" ->
          "the page token is damaged, or comes from another list or other filters. Read"
              + " the list from its start, or use the token with the list that returned it.";
      case "unauthenticated" ->
          "the service does not know the token. Sign in, and check that the token was"
              + " issued for this service.";
      case "token-expired" -> "the token has expired. Obtain a new one.";
      case "session-ended" ->
          "this session was logged out. Sign in again to obtain a new token; this one"
              + " stays rejected.";
      case "account-not-registered" ->
          "the account is not registered at any site. Ask an administrator to add its"
              + " address, or found a site by registering a printer.";
      case "email-not-verified" ->
          "the identity provider has not verified the account's address. Verify the"
              + " address with the provider, or use another account.";
      case "account-mismatch" ->
          "the address is bound to another account. Sign in with the account that was used first.";
      case "sign-in-required" ->
          "this account has to sign in first. Call session().signIn() with it.";
      case "administrator-required" ->
          "only a cloud service administrator may do this. Ask one, or sign in as one.";
      case "not-on-remote-control-list" ->
          "the account is not on the Remote Control list. Ask an administrator to add it.";
      case "printer-not-proven" ->
          "the printer's proof is not valid. Register from the printer's own Settings"
              + " Editor, with a fresh proof.";
      case "not-found" ->
          "this site has no such "
              + (problem.resource() == null ? "thing" : Printable.cut(problem.resource()))
              + ". Check the key.";
      case "precondition-failed" ->
          "the member has changed since its etag was read. Read the member again and decide anew.";
      case "last-administrator" ->
          "at least one active administrator must remain. Add another one and let them sign in"
              + " first.";
      case "account-registered-elsewhere" ->
          "the address is registered at another site, and an account belongs to one site only. Remove"
              + " it there first, or use a second account for this site.";
      case "printer-registered-elsewhere" ->
          "the printer is registered at another site. Ask the administrator; if the"
              + " answer is yes, call transferFromOtherSite().";
      case "idempotency-key-in-progress" ->
          "a request with the same idempotency key is still being processed. Repeat it a"
              + " little later.";
      case "idempotency-key-reused" ->
          "the idempotency key was used for another request. Use a new key for a new change.";
      case "rate-limited" ->
          "the service limits the rate of requests. Wait before you call again, and send"
              + " fewer requests.";
      case "not-modelled" ->
          "this is a fake service, which does not model the request. It models the" + " contract.";
      default -> problem.title().isEmpty() ? "it gave no reason." : Printable.cut(problem.title());
    };
  }

  private static String fields(Problem problem) {
    if (problem.fieldErrors().isEmpty()) {
      return "the response does not say which";
    }
    int more = problem.fieldErrors().size() - MOST_FIELDS;
    return problem.fieldErrors().stream()
            .limit(MOST_FIELDS)
            .map(ProblemMessages::field)
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String field(FieldError error) {
    return Printable.cut(error.field()) + " (" + Printable.cut(error.code()) + ")";
  }
}
