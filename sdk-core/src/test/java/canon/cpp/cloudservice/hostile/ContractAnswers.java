package canon.cpp.cloudservice.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The example responses of the contract, from which hostile ones are derived. */
public final class ContractAnswers {
  private static final Path CONTRACT = Path.of("..", "docs", "api", "openapi.yaml");
  private static final JsonNode ROOT = load();

  private static final Map<String, List<JsonNode>> SUCCESSES = new LinkedHashMap<>();
  private static final List<JsonNode> PROBLEMS = new ArrayList<>();

  static {
    for (JsonNode path : ROOT.path("paths")) {
      for (JsonNode operation : path) {
        if (operation.has("operationId")) {
          SUCCESSES.put(
              operation.path("operationId").textValue(),
              examples(operation.path("responses").path("200")));
        }
      }
    }
    for (JsonNode example : ROOT.path("components").path("examples")) {
      if (example.path("value").has("code")) {
        PROBLEMS.add(example.path("value"));
      }
    }
  }

  private ContractAnswers() {}

  /** The successful response of an operation, by its name in the contract. */
  public static Map<String, List<JsonNode>> successes() {
    return SUCCESSES;
  }

  public static List<JsonNode> problems() {
    return PROBLEMS;
  }

  private static List<JsonNode> examples(JsonNode response) {
    return response.path("content").path("application/json").path("examples").findValues("value");
  }

  private static JsonNode load() {
    try {
      Object yaml =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(CONTRACT));
      return new ObjectMapper().valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
