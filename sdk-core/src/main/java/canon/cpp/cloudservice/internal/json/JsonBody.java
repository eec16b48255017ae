package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON body of a request. */
public final class JsonBody {
  private static final int USUAL_SIZE = 128;

  private final Map<String, Value> fields = new LinkedHashMap<>();

  /** Writes the value of a field. */
  private interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  public JsonBody with(String field, String value) {
    fields.put(field, json -> json.writeString(value));
    return this;
  }

  public JsonBody with(String field, List<String> values) {
    List<String> copy = List.copyOf(values);
    fields.put(
        field,
        json -> {
          json.writeStartArray();
          for (String value : copy) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
    return this;
  }

  /** Adds an option, unless it is not set. */
  public JsonBody withFlag(String field, boolean value) {
    if (value) {
      fields.put(field, json -> json.writeBoolean(true));
    }
    return this;
  }

  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator json = JsonObject.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<String, Value> field : fields.entrySet()) {
        json.writeFieldName(field.getKey());
        field.getValue().write(json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("Strings and flags could not be written", e);
    }
    return bytes.toByteArray();
  }
}
