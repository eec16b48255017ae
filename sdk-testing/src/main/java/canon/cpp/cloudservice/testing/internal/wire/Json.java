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
import org.jspecify.annotations.Nullable;

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

  /** In UTF-8; JSON can escape half a surrogate pair, which is a question mark here. */
  public static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON document of any kind, not only an object.
   *
   * @param document what it is, such as "the state"
   * @throws IllegalArgumentException if it is not JSON; says in which line if it can
   */
  public static JsonNode parse(String document, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "In %s%s: %s",
              document,
              place(e.getLocation()),
              e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ([^]]*)]", "$1")),
          e);
    }
  }

  /** Jackson names no place for what is nested too deeply, and for numbers that are too long. */
  private static String place(@Nullable JsonLocation at) {
    return at == null
        ? " something cannot be read"
        : String.format(
            Locale.ROOT, ", line %d, column %d is not JSON", at.getLineNr(), at.getColumnNr());
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

  /**
   * Reads one JSON object in UTF-8. Duplicate names are rejected because readers disagree about
   * them.
   *
   * @throws IllegalArgumentException if the bytes are not exactly one JSON object
   */
  public static ObjectNode readObject(byte[] bytes) {
    return read(bytes).orElseThrow(() -> new IllegalArgumentException("This is not a JSON object"));
  }

  public static ObjectNode readObject(String text) {
    return readObject(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String text(JsonNode json) {
    return new String(bytes(json), StandardCharsets.UTF_8);
  }
}
