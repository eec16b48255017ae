package canon.cpp.cloudservice.testing.internal.log;

import canon.cpp.cloudservice.testing.LoggedRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Formats logged requests, one per line, without secrets. */
public final class LogLines {
  private LogLines() {}

  /**
   * Formats one request, such as {@code #2 2030-01-01T00:00:00Z addUser POST /v1/users, by …, key
   * k: 200 applied}.
   */
  public static String line(LoggedRequest request) {
    StringBuilder line = new StringBuilder("#" + request.number() + " " + request.at());
    line.append(' ').append(request.operation() == null ? "(not modelled)" : request.operation());
    line.append(' ').append(request.method()).append(' ').append(request.path());
    if (request.account() != null) {
      line.append(", by ").append(request.account());
    }
    if (request.idempotencyKey() != null) {
      line.append(", key ").append(request.idempotencyKey());
    }
    if (request.attempt() > 1) {
      line.append(", attempt ").append(request.attempt());
    }
    line.append(':');
    if (request.status() != 0) {
      line.append(' ').append(request.status());
    }
    if (request.code() != null) {
      line.append(' ').append(request.code());
    }
    if (!request.invalidFields().isEmpty()) {
      line.append(" (").append(String.join(", ", request.invalidFields())).append(')');
    }
    line.append(request.replayed() ? " replayed" : "");
    line.append(request.applied() ? " applied" : "");
    line.append(request.dropped() ? " dropped" : "");
    return Masking.mask(line.toString());
  }

  /** Formats all requests and marks the selected ones with an arrow. */
  public static String lines(List<LoggedRequest> requests, Predicate<LoggedRequest> selected) {
    return requests.isEmpty()
        ? "The log is empty."
        : requests.stream()
            .map(request -> (selected.test(request) ? "> " : "  ") + line(request))
            .collect(
                Collectors.joining(
                    System.lineSeparator(), "The log:" + System.lineSeparator(), ""));
  }

  /** Returns a note that the oldest requests are missing. */
  public static String removed(long requests) {
    return "The oldest " + requests + " requests were removed because the log was full.";
  }

  /** Returns the error of a failed assertion. */
  public static AssertionError failure(
      String message, List<LoggedRequest> requests, Predicate<LoggedRequest> selected) {
    return new AssertionError(
        Masking.mask(message) + System.lineSeparator() + lines(requests, selected));
  }
}
