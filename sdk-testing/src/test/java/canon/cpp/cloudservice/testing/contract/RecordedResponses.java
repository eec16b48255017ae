package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.contract.Contract.Place;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The responses that were received, each as operation, status and problem code: {@code addUser
 * 200}, {@code addUser 403 administrator-required}; and those that the contract declares, in the
 * same notation.
 */
final class RecordedResponses {
  /** The name for an operation that the contract does not have. */
  static final String NO_OPERATION = "(none)";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> answers = new ConcurrentSkipListSet<>();

  /** Records the responses of a transport. */
  HttpTransport watching(HttpTransport transport) {
    return new HttpTransport() {
      @Override
      public HttpResponse send(HttpRequest request) throws InterruptedException {
        return note(request, transport.send(request));
      }

      @Override
      public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
        return transport.sendAsync(request).thenApply(response -> note(request, response));
      }

      @Override
      public void close() {
        transport.close();
      }
    };
  }

  Set<String> answers() {
    return new TreeSet<>(answers);
  }

  private HttpResponse note(HttpRequest request, HttpResponse response) {
    answers.add(name(request, response));
    return response;
  }

  private static String name(HttpRequest request, HttpResponse response) {
    Optional<Place> place =
        Contract.load().find(request.method(), ValidatingTransport.path(request));
    String code = response.status() < 400 ? "" : code(response);
    String status = String.valueOf(response.status());
    if (code.isEmpty() && response.status() >= 500) {
      boolean declared =
          place.isEmpty() || place.get().operation().getResponses().containsKey(status);
      status = declared ? status : "default";
    }
    return (place.map(Place::toString).orElse(NO_OPERATION) + " " + status + " " + code).strip();
  }

  private static String code(HttpResponse response) {
    try {
      return JSON.readTree(response.body()).path("code").asText();
    } catch (IOException e) {
      throw new AssertionError("The response is not JSON", e);
    }
  }

  /**
   * All responses that a contract declares: with a code where the operation has codes for the
   * status.
   */
  static Set<String> declaredBy(Contract contract) {
    Set<String> declared = new TreeSet<>();
    Set<String> codesOfNoOperation = new TreeSet<>(contract.problemCodes().keySet());
    for (Place place : contract.operations()) {
      Set<String> statuses = new TreeSet<>(place.operation().getResponses().keySet());
      for (String code : contract.codesOf(place)) {
        String status = statusOf(contract.problemCodes().get(code));
        declared.add(place + " " + status + " " + code);
        statuses.remove(status);
      }
      statuses.forEach(status -> declared.add(place + " " + status));
      codesOfNoOperation.removeAll(contract.codesOf(place));
    }
    for (String code : codesOfNoOperation) {
      declared.add(NO_OPERATION + " " + statusOf(contract.problemCodes().get(code)) + " " + code);
    }
    return declared;
  }

  private static String statusOf(Map<String, Object> code) {
    return String.valueOf(code.get("status"));
  }
}
