package canon.cpp.cloudservice.bulk.internal.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects whose values are texts, whole numbers and booleans. */
final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FlatJson() {}

  /** Returns the fields; null if the bytes are not one such object. */
  static @Nullable Map<String, Object> read(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        Object value = value(parser, parser.nextToken());
        if (value == null) {
          return null;
        }
        fields.put(name, value);
      }
      boolean complete = parser.currentToken() == JsonToken.END_OBJECT;
      return complete && parser.nextToken() == null ? fields : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE
        ? (Object) parser.getBooleanValue()
        : null;
  }

  /** Returns the object as one line, line feed included. */
  static byte[] write(Map<String, Object> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        generator.writeFieldName(field.getKey());
        if (field.getValue() instanceof Long number) {
          generator.writeNumber(number);
        } else if (field.getValue() instanceof Boolean flag) {
          generator.writeBoolean(flag);
        } else {
          generator.writeString(String.valueOf(field.getValue()));
        }
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("A line of the journal cannot be written", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
