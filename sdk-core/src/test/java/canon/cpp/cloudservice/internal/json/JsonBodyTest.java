package canon.cpp.cloudservice.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBodyTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Test
  void writesWhatJacksonReads() throws Exception {
    Random random = new Random(20_310_506);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      List<String> texts = List.of(text(random), text).subList(0, random.nextInt(3));
      ObjectNode expected = JACKSON.createObjectNode().put("a", text);
      texts.forEach(expected.putArray("b")::add);
      expected.put("c", true);

      byte[] bytes =
          new JsonBody()
              .with("a", text)
              .with("b", texts)
              .withFlag("c", true)
              .withFlag("d", false)
              .toBytes();

      assertThat(JACKSON.readTree(bytes)).isEqualTo(expected);
    }
  }

  private static String text(Random random) {
    int end = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
    return random
        .ints(random.nextInt(200), 0, end)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void withoutFieldsTheObjectIsEmpty() {
    assertThat(new JsonBody().toBytes()).asString().isEqualTo("{}");
  }

  @Test
  void unpairedSurrogatesAreEscaped() {
    assertThat(new JsonBody().with("a", "x\udc00").toBytes())
        .asString()
        .isEqualTo("{\"a\":\"x\\uDC00\"}");
  }
}
