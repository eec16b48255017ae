package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The problem codes that the contract lists. */
public final class ContractProblems {
  private static final Path CONTRACT = Path.of("..", "docs", "api", "openapi.yaml");

  private ContractProblems() {}

  /** Code and status of each problem. */
  public static Map<String, Integer> statuses() throws IOException {
    Object contract =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(CONTRACT));
    Map<?, ?> codes = map(contract, "components", "schemas", "ProblemCode", "x-problem-codes");
    Map<String, Integer> statuses = new LinkedHashMap<>();
    codes.forEach((code, about) -> statuses.put((String) code, (Integer) map(about).get("status")));
    assertThat(statuses).isNotEmpty();
    return statuses;
  }

  private static Map<?, ?> map(Object node, String... path) {
    Map<?, ?> map = (Map<?, ?>) node;
    for (String step : path) {
      map = (Map<?, ?>) map.get(step);
    }
    return map;
  }
}
