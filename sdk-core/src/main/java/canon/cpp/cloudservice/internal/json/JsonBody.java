package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON body of a request. */
public final class JsonBody {
  private static final ObjectWriter WRITER = new ObjectMapper().writer();
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  public JsonBody with(String field, String value) {
    node.put(field, value);
    return this;
  }

  public JsonBody with(String field, List<String> values) {
    ArrayNode array = node.putArray(field);
    values.forEach(array::add);
    return this;
  }

  /** Adds an option, unless it is not set. */
  public JsonBody withFlag(String field, boolean value) {
    if (value) {
      node.put(field, true);
    }
    return this;
  }

  public byte[] toBytes() {
    try {
      return WRITER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of strings and flags could not be written", e);
    }
  }
}
