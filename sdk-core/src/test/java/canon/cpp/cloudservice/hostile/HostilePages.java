package canon.cpp.cloudservice.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Pages of users whose tokens repeat, are invalid, or are very long. */
public final class HostilePages {
  private static final JsonNode PAGE = ContractAnswers.successes().get("listUsers").get(0);
  private static final int MOST = 12;

  private HostilePages() {}

  public static List<HostileAnswer> several(RandomGenerator random) {
    List<HostileAnswer> pages = new ArrayList<>();
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      ObjectNode page = PAGE.deepCopy();
      if (random.nextInt(3) == 0) {
        ((ArrayNode) page.path("items")).removeAll();
      }
      page.put("nextPageToken", token(random));
      byte[] body = HostileJson.encoded(random, page.toString());
      pages.add(HostileAnswer.of(200, Map.of("Content-Type", List.of("application/json")), body));
    }
    return pages;
  }

  private static String token(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> HostileStrings.text(random);
      case 1 -> "x".repeat(16_000 + random.nextInt(1_000));
      case 2 -> null;
      default -> "p" + random.nextInt(8);
    };
  }
}
