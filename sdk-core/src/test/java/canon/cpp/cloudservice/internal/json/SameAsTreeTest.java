package canon.cpp.cloudservice.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.ContractAnswers;
import canon.cpp.cloudservice.hostile.HostileJson;
import canon.cpp.cloudservice.hostile.HostileStrings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents give the same values and the same errors as a tree of Jackson. */
class SameAsTreeTest {
  private static final Pattern FIELD =
      Pattern.compile("\"\\w+\":(?:\"[^\"]*\"|true|false|null|-?\\d+)");

  private static final List<JsonNode> EXAMPLES = examples();
  private static final Shape EMPTY = new Shape(Map.of());

  private static List<JsonNode> examples() {
    List<JsonNode> examples = new ArrayList<>(ContractAnswers.problems());
    ContractAnswers.successes().values().forEach(examples::addAll);
    return examples;
  }

  @Test
  void anyDocumentGivesTheSameResult() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger inOnePass = new AtomicInteger();
    Cases.each(
        30_000,
        random -> {
          JsonNode example = HostileStrings.one(random, EXAMPLES);
          Shape shape = Shape.of(random, example);
          byte[] bytes = bytes(random, example);

          String expected = result(() -> shape.read(TreeObject.parse(bytes)));

          String document = new String(bytes, UTF_8);
          assertThat(result(() -> JsonObject.read(bytes, shape::read)))
              .as(document)
              .isEqualTo(expected);
          assertThat(result(() -> shape.read(IndexedObject.parse(bytes))))
              .as(document)
              .isEqualTo(expected);
          read.addAndGet(expected.startsWith("{") ? 1 : 0);
          inOnePass.addAndGet(JsonStream.read(bytes, shape::read) == null ? 0 : 1);
        });
    if (read.get() > 1_000) {
      assertThat(inOnePass.get()).isBetween(read.get() / 3, read.get());
    }
  }

  private static byte[] bytes(RandomGenerator random, JsonNode example) {
    return switch (random.nextInt(4)) {
      case 0 -> example.toString().getBytes(UTF_8);
      case 1 -> HostileJson.encoded(random, withDuplicate(random, example.toString()));
      default -> HostileJson.mutated(random, example);
    };
  }

  /** Puts one field somewhere else once more, or something after the document. */
  private static String withDuplicate(RandomGenerator random, String json) {
    List<MatchResult> fields = FIELD.matcher(json).results().toList();
    if (fields.isEmpty() || random.nextInt(10) == 0) {
      return json + HostileStrings.one(random, List.of(" ", "x", "{}", "]", "null", ",", "\0"));
    }
    String field = HostileStrings.one(random, fields).group();
    String name = field.substring(0, field.indexOf(':') + 1);
    String value = HostileStrings.one(random, List.of("null", "1", "\"x\"", "{}", "[]", "[{}]"));
    int place = HostileStrings.one(random, fields).start();
    return json.substring(0, place)
        + (random.nextBoolean() ? field : name + value)
        + ","
        + json.substring(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "null x",
        "1",
        "\"\"",
        "[]",
        "[] []",
        "{",
        "{}",
        "{} ",
        "{}{}",
        "{} x",
        "{\"a\":1}}",
        "{\"a\":\"x\"}",
        "{\"a\":\"x\",\"a\":null}",
        "{\"a\":null,\"a\":\"x\"}",
        "{\"a\":1,\"a\":\"x\"}",
        "{\"a\":\"x\",\"b\":{\"a\":1},\"b\":[]}",
        "{\"b\":[{\"a\":\"x\"},{\"a\":\"y\"}],\"a\":\"x\"}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\"},{}]}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\"},1]}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\",\"a\":1}]}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\",\"c\":{\"d\":[1,{\"e\":null}]}}]}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\"}],\"c\":tru}",
        "{\"a\":\"x\",\"b\":[{\"a\":\"x\"}],\"c\":\"\t\"}",
        "{\"a\":1,\"b\":[{\"a\":\"x\"}],\"c\":\"\t\"}",
        "{'a':\"x\"}",
        "{\"a\":NaN}",
        "{\"a\":\"x\",\"c\":01}",
        "{\"\":1,\"a\":\"x\",\"\":2}"
      })
  void unusualDocumentsGiveTheSameResult(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    Shape item = new Shape(Map.of("a", new Shape.Field(Shape.Kind.STRING, EMPTY)));
    Map<String, Shape.Field> fields = new LinkedHashMap<>();
    fields.put("a", new Shape.Field(Shape.Kind.STRING, EMPTY));
    fields.put("b", new Shape.Field(Shape.Kind.OPTIONAL_OBJECTS, item));
    Shape shape = new Shape(fields);

    assertThat(result(() -> JsonObject.read(bytes, shape::read)))
        .isEqualTo(result(() -> shape.read(TreeObject.parse(bytes))));
  }

  @ParameterizedTest
  @ValueSource(ints = {249_990, 249_993, 249_994, 249_995, 249_996, 249_997, 250_000, 250_010})
  void theLimitOfTokensIsTheSame(int items) {
    byte[] bytes = ("{\"a\":[" + "1,".repeat(items) + "1]}").getBytes(UTF_8);

    assertThat(result(() -> JsonObject.read(bytes, EMPTY::read)))
        .isEqualTo(result(() -> EMPTY.read(TreeObject.parse(bytes))));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 997, 998, 999, 1_000, 1_001, 5_000})
  void theLimitOfNestingIsTheSame(int depth) {
    byte[] bytes = ("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);

    assertThat(result(() -> JsonObject.read(bytes, EMPTY::read)))
        .isEqualTo(result(() -> EMPTY.read(TreeObject.parse(bytes))));
  }

  @Test
  void errorsOfTheReaderAreTheSameInOnePassAndByIndex() {
    byte[] bytes = "{\"a\":\"x\"}".getBytes(UTF_8);

    assertThat(
            result(
                () ->
                    JsonObject.read(
                        bytes,
                        json -> {
                          throw new IllegalArgumentException("not allowed: " + json.string("a"));
                        })))
        .isEqualTo("IllegalArgumentException: not allowed: x");
  }

  private static String result(Supplier<?> read) {
    try {
      return String.valueOf(read.get());
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }
}
