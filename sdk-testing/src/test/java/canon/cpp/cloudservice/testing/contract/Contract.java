package canon.cpp.cloudservice.testing.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parsed contract, and its statements about requests and responses. */
public final class Contract {
  private static final Path FOLDER = Path.of("..", "docs", "api");
  private static final Contract SERVICE = new Contract(FOLDER.resolve("openapi.yaml"));

  private final SwaggerParseResult parsed;
  private final OpenApiInteractionValidator validator;

  private Contract(Path file) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    parsed = new OpenAPIV3Parser().readLocation(file.toString(), null, options);
    validator =
        OpenApiInteractionValidator.createFor(file.toString())
            // Responses may have fields that the contract does not know; requests may not.
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel(
                        "validation.response.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  /** The contract between clients and the service. */
  public static Contract load() {
    return SERVICE;
  }

  /** The contract of the stand-alone fake's admin API. */
  public static Contract ofSteering() {
    return Steering.CONTRACT;
  }

  /** Parsed on first use. */
  private static final class Steering {
    static final Contract CONTRACT = new Contract(FOLDER.resolve("fake-admin.yaml"));
  }

  /** The messages of the parser; empty if there are none. */
  public List<String> parserMessages() {
    return parsed.getMessages() == null ? List.of() : parsed.getMessages();
  }

  public OpenAPI document() {
    return parsed.getOpenAPI();
  }

  /** An operation with its position. */
  public record Place(String path, HttpMethod method, Operation operation) {
    @Override
    public String toString() {
      return operation.getOperationId();
    }
  }

  public List<Place> operations() {
    List<Place> places = new ArrayList<>();
    document()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> places.add(new Place(path, method, operation))));
    return places;
  }

  /** The operation of a request; empty if the contract has none. */
  public Optional<Place> find(String method, String rawPath) {
    return operations().stream()
        .filter(place -> place.method().name().equals(method))
        .filter(place -> rawPath.matches(place.path().replaceAll("\\{[^}]*}", "[^/]+")))
        .findFirst();
  }

  /** The pattern of a schema that has a name. */
  public String pattern(String schema) {
    return document().getComponents().getSchemas().get(schema).getPattern();
  }

  /** The problem codes, with their descriptions in the contract. */
  @SuppressWarnings("unchecked")
  public Map<String, Map<String, Object>> problemCodes() {
    Map<String, Object> extensions =
        document().getComponents().getSchemas().get("ProblemCode").getExtensions();
    return (Map<String, Map<String, Object>>) extensions.get("x-problem-codes");
  }

  /** The problem codes that an operation can return. */
  @SuppressWarnings("unchecked")
  public List<String> codesOf(Place place) {
    return (List<String>) place.operation().getExtensions().get("x-problems");
  }

  public List<String> errorsIn(Request request) {
    return messages(validator.validateRequest(request));
  }

  public List<String> errorsIn(String path, Request.Method method, Response response) {
    return messages(validator.validateResponse(path, method, response));
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .collect(Collectors.toList());
  }
}
