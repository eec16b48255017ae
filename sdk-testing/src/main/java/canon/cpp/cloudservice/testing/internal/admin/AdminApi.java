package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable.Match;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The admin API of the fake. New operations are registered here. */
public final class AdminApi {
  /** The prefix of all admin paths. The service has no path with this prefix. */
  public static final String ROOT = "/_fake";

  private final RouteTable<AdminOperation> operations;

  /**
   * Creates the API.
   *
   * @param seed the state after a reset
   */
  public AdminApi(FakeContext parts, StateData seed) {
    operations =
        new RouteTable<>(
            Stream.of(
                    new StateAdmin(parts, seed).operations(),
                    new ClockAdmin(parts.clock()).operations(),
                    new FaultAdmin(parts).operations(),
                    new LogAdmin(parts.log()).operations(),
                    new TokenAdmin(parts).operations(),
                    new PrinterAdmin(parts).operations())
                .flatMap(List::stream)
                .toList());
  }

  /** Returns whether a path belongs to the admin API, known or not. */
  public static boolean isFor(String rawPath) {
    return rawPath.equals(ROOT) || rawPath.startsWith(ROOT + "/");
  }

  /** Returns the size limit for the body of a request. */
  public int maxBodyBytes(String method, String rawPath) {
    return operations
        .find(method, rawPath)
        .map(match -> match.route().maxBodyBytes())
        .orElse(Limits.BODY_BYTES);
  }

  /** Handles a request, whose body is cut after one byte more than the limit. Never throws. */
  public ServiceResponse handle(ServiceRequest request) {
    try {
      Match<AdminOperation> match = find(request);
      AdminOperation operation = match.route();
      if (request.body().length > operation.maxBodyBytes()) {
        throw AdminProblem.TOO_LARGE.rejection(
            "The limit is " + operation.maxBodyBytes() + " bytes.");
      }
      AdminRequest read = new AdminRequest(request, match.rawParts());
      return readable(ServiceResponse.ok(operation.handler().handle(read)));
    } catch (ProblemException rejection) {
      return readable(ServiceResponse.problem(rejection.problem()));
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      return readable(ServiceResponse.problem(AdminProblem.VALIDATION_FAILED.withDetail(why)));
    }
  }

  private Match<AdminOperation> find(ServiceRequest request) {
    return operations
        .find(request.method(), request.rawPath())
        .orElseThrow(
            () -> {
              String methods =
                  operations
                      .at(request.rawPath())
                      .map(match -> match.route().method())
                      .collect(Collectors.joining(", "));
              return methods.isEmpty()
                  ? AdminProblem.NOT_FOUND.rejection("The fake has these operations: " + all())
                  : AdminProblem.METHOD_NOT_ALLOWED.rejection(
                      "This path supports " + methods + ".");
            });
  }

  private String all() {
    return operations.all().stream()
        .map(operation -> operation.method() + " " + operation.path())
        .collect(Collectors.joining(", "));
  }

  /** Formats the JSON of a response for people. */
  private static ServiceResponse readable(ServiceResponse response) {
    String text = Json.read(response.body()).map(Json::pretty).orElse("") + "\n";
    return response
        .withBody(text.getBytes(StandardCharsets.UTF_8))
        .withHeader("Cache-Control", "no-store");
  }
}
