package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reference: the whole document as a tree of Jackson, as the first releases read it. A JSON
 * object of a response, read field by field. Unknown fields are skipped. If a field is missing or
 * has the wrong type, the error names the field, but never its value.
 */
final class TreeObject {
  /**
   * Far above the longest page. Without a limit, a response of empty objects would take thirty
   * times its size in memory.
   */
  private static final int MAX_TOKENS = 250_000;

  private static final ObjectReader READER =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode node;
  private final String path;

  private TreeObject(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  public static TreeObject parse(byte[] bytes) {
    JsonNode node;
    try (JsonParser parser = new LimitedParser(READER.createParser(bytes), MAX_TOKENS)) {
      node = READER.readTree(parser);
    } catch (StreamConstraintsException e) {
      throw new MalformedJsonException("it is larger or deeper than any response of the service");
    } catch (IOException e) {
      // Jackson's message quotes the text, so it is not used.
      throw new MalformedJsonException("it is not JSON");
    }
    if (node == null || !node.isObject()) {
      throw new MalformedJsonException("it is not a JSON object");
    }
    return new TreeObject(node, "");
  }

  public String string(String field) {
    String value = optionalString(field);
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  public @Nullable String optionalString(String field) {
    JsonNode value = optional(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw not("a string", field);
    }
    return value.textValue();
  }

  public boolean flag(String field) {
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw not("true or false", field);
    }
    return value.booleanValue();
  }

  public Instant instant(String field) {
    return toInstant(field, string(field));
  }

  public @Nullable Instant optionalInstant(String field) {
    String text = optionalString(field);
    return text == null ? null : toInstant(field, text);
  }

  public <T> T object(String field, Function<TreeObject, T> read) {
    return read.apply(toObject(required(field), field));
  }

  public <T> @Nullable T optionalObject(String field, Function<TreeObject, T> read) {
    JsonNode value = optional(field);
    return value == null ? null : read.apply(toObject(value, field));
  }

  public <T> List<T> objects(String field, Function<TreeObject, T> read) {
    JsonNode array = array(field);
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(read.apply(toObject(array.get(i), field + "[" + i + "]")));
    }
    return items;
  }

  public <T> @Nullable List<T> optionalObjects(String field, Function<TreeObject, T> read) {
    return optional(field) == null ? null : objects(field, read);
  }

  public <T> List<T> strings(String field, Function<String, T> read) {
    List<T> items = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (!item.isTextual()) {
        throw not("a list of strings", field);
      }
      items.add(read.apply(item.textValue()));
    }
    return items;
  }

  private JsonNode array(String field) {
    JsonNode value = required(field);
    if (!value.isArray()) {
      throw not("a list", field);
    }
    return value;
  }

  private TreeObject toObject(JsonNode value, String field) {
    if (!value.isObject()) {
      throw not("an object", field);
    }
    return new TreeObject(value, path + field + ".");
  }

  private Instant toInstant(String field, String text) {
    try {
      return Instants.parse(text);
    } catch (DateTimeException e) {
      throw not("an instant", field);
    }
  }

  private JsonNode required(String field) {
    JsonNode value = optional(field);
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  private @Nullable JsonNode optional(String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private MalformedJsonException missing(String field) {
    return new MalformedJsonException("its field " + path + field + " is missing");
  }

  private MalformedJsonException not(String type, String field) {
    return new MalformedJsonException("its field " + path + field + " is not " + type);
  }
}
