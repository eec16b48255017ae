package canon.cpp.cloudservice.testing.internal.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads and writes JSON, strictly. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON document that somebody wrote; anything but an object is one too.
   *
   * @param document what it is, such as "the state"
   * @throws IllegalArgumentException if it is no JSON; says in which line
   */
  public static JsonNode parse(String document, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "In %s, line %d, column %d is no JSON: %s",
              document,
              at.getLineNr(),
              at.getColumnNr(),
              e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ([^]]*)]", "$1")),
          e);
    }
  }

  /** As people read it: on several lines, on every system the same. */
  public static String pretty(JsonNode json) {
    return json.toPrettyString().replace("\r\n", "\n");
  }

  /** Empty unless the bytes are exactly one JSON object in UTF-8 that names nothing twice. */
  public static Optional<ObjectNode> read(byte[] bytes) {
    try {
      // Jackson would take UTF-16 and broken UTF-8 too.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return MAPPER.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (CharacterCodingException | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
