package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.service.PathTemplate;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Handles requests that control the fake. The operations are listed here. */
public final class AdminApi {
  /** The prefix of all its paths; no path of the service begins with it. */
  public static final String ROOT = "/_fake";

  private final List<AdminOperation> operations;

  /** Handles requests that control the fake; the seed is the state after a reset. */
  public AdminApi(FakeContext parts, StateData seed) {
    operations =
        Stream.of(
                new StateAdmin(parts, seed).operations(),
                new ClockAdmin(parts.clock()).operations(),
                new FaultAdmin(parts).operations(),
                new LogAdmin(parts.log()).operations(),
                new TokenAdmin(parts).operations(),
                new PrinterAdmin(parts).operations())
            .flatMap(List::stream)
            .toList();
  }

  /** Returns whether a path belongs to this API, known or not. */
  public static boolean isFor(String rawPath) {
    return rawPath.equals(ROOT) || rawPath.startsWith(ROOT + "/");
  }

  /** Returns the largest body that is read from such a request. */
  public int maxBodyBytes(String method, String rawPath) {
    return find(method, rawPath)
        .map(found -> found.operation().maxBodyBytes())
        .orElse(Limits.BODY_BYTES);
  }

  /** Handles a request, whose body has at most one byte more than allowed. Never fails. */
  public ServiceResponse handle(ServiceRequest request) {
    try {
      Found found = find(request);
      if (request.body().length > found.operation().maxBodyBytes()) {
        throw AdminProblemException.TOO_LARGE.rejection(
            "At most " + found.operation().maxBodyBytes() + " bytes are read.");
      }
      AdminRequest asked = new AdminRequest(request, found.rawParts());
      return readable(ServiceResponse.ok(found.operation().handler().handle(asked)));
    } catch (ProblemException rejection) {
      return readable(ServiceResponse.problem(rejection.problem()));
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      return readable(ServiceResponse.problem(AdminProblemException.VALIDATION_FAILED.saying(why)));
    }
  }

  private record Found(AdminOperation operation, Map<String, String> rawParts) {}

  private Optional<Found> find(String method, String rawPath) {
    return withPath(rawPath).filter(found -> found.operation().method().equals(method)).findFirst();
  }

  private Found find(ServiceRequest request) {
    return find(request.method(), request.rawPath())
        .orElseThrow(
            () -> {
              String methods =
                  withPath(request.rawPath())
                      .map(found -> found.operation().method())
                      .collect(Collectors.joining(", "));
              return methods.isEmpty()
                  ? AdminProblemException.NOT_FOUND.rejection("These operations exist: " + all())
                  : AdminProblemException.METHOD_NOT_ALLOWED.rejection("It has " + methods + ".");
            });
  }

  private Stream<Found> withPath(String rawPath) {
    List<String> segments = PathTemplate.segments(rawPath);
    return operations.stream()
        .flatMap(
            operation ->
                operation
                    .path()
                    .match(segments)
                    .map(parts -> new Found(operation, parts))
                    .stream());
  }

  private String all() {
    return operations.stream()
        .map(operation -> operation.method() + " " + operation.path())
        .collect(Collectors.joining(", "));
  }

  /** Responses are indented, because humans read them. */
  private static ServiceResponse readable(ServiceResponse answer) {
    String text = Json.read(answer.body()).map(Json::pretty).orElse("") + "\n";
    return answer
        .withBody(text.getBytes(StandardCharsets.UTF_8))
        .withHeader("Cache-Control", "no-store");
  }
}
