package canon.cpp.cloudservice.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** JSON that is almost valid. */
public final class HostileJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1e999999999",
          "-1e-999999999",
          "1E400",
          "0.1",
          "9223372036854775808",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "{\"\":{}}",
          "\"\"",
          "\" \"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\\r\\n\\u2028\"",
          "\"2031-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59-18:00\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "\"2031-01-01T23:59:60Z\"",
          "NaN",
          "Infinity",
          "'x'",
          "/**/1",
          "01",
          "+1",
          ".5",
          "\"\t\"",
          "undefined");

  private HostileJson() {}

  /** The JSON with a few fields missing, added, repeated, or of another type or size. */
  public static byte[] mutated(RandomGenerator random, JsonNode json) {
    JsonNode mutated = json.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<ContainerNode<?>> all = new ArrayList<>();
      collect(mutated, all);
      ContainerNode<?> one = HostileStrings.one(random, all);
      if (one instanceof ObjectNode object) {
        change(random, object);
      } else if (one instanceof ArrayNode array) {
        change(random, array);
      }
    }
    return encoded(random, mutated.toString());
  }

  /** One value, which may not be valid JSON. */
  static String value(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> nested(random, "[", "]");
      case 1 -> nested(random, "{\"a\":", "}");
      case 2 -> "9".repeat(1 + random.nextInt(2_000));
      case 3 -> "\"" + "x".repeat(random.nextInt(8_000)) + "\"";
      case 4 -> "[" + "[],".repeat(random.nextInt(500)) + "{}]";
      case 5, 6 -> TextNode.valueOf(HostileStrings.text(random)).toString();
      default -> HostileStrings.one(random, VALUES);
    };
  }

  private static String nested(RandomGenerator random, String open, String close) {
    int depth = random.nextInt(2_000);
    return open.repeat(depth) + (open.equals("[") ? "" : "1") + close.repeat(depth);
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> all) {
    if (node instanceof ContainerNode<?> container) {
      all.add(container);
      container.forEach(child -> collect(child, all));
    }
  }

  private static void change(RandomGenerator random, ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "a" : HostileStrings.one(random, names);
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(HostileStrings.text(random), raw(random));
      case 2 -> {
        JsonNode value = object.path(name);
        object.put(name, HostileStrings.mutated(random, value.asText()));
      }
      default -> object.set(name, raw(random));
    }
  }

  private static void change(RandomGenerator random, ArrayNode array) {
    int index = random.nextInt(array.size() + 1);
    switch (random.nextInt(4)) {
      case 0 -> array.remove(index);
      case 1 -> {
        JsonNode again = array.isEmpty() ? array.deepCopy() : array.get(0).deepCopy();
        for (int i = random.nextInt(100); i >= 0; i--) {
          array.add(again.deepCopy());
        }
      }
      default -> array.insert(index, raw(random));
    }
  }

  private static JsonNode raw(RandomGenerator random) {
    return JSON.rawValueNode(new RawValue(value(random)));
  }

  /** The JSON, mostly unchanged; sometimes damaged, sometimes in a forbidden encoding. */
  public static byte[] encoded(RandomGenerator random, String json) {
    String text = random.nextInt(8) == 0 ? HostileStrings.mutated(random, json) : json;
    return text.getBytes(
        random.nextInt(20) > 0
            ? UTF_8
            : HostileStrings.one(
                random, List.of(UTF_16, UTF_16LE, ISO_8859_1, Charset.forName("UTF-32LE"))));
  }
}
