package canon.cpp.cloudservice.signin.internal.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads JSON objects of security documents. A name that occurs twice in one object is rejected,
 * because two readers could see two different values.
 */
public final class StrictJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @return the object; empty if the text is not exactly one JSON object, or repeats a name. The
   *     exception is dropped, because its message would quote the text.
   */
  public static Optional<ObjectNode> object(byte[] text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns an object without fields. */
  public static ObjectNode newObject() {
    return JSON.createObjectNode();
  }
}
