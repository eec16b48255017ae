package canon.cpp.cloudservice.bulk.internal.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object. Errors name the field, and quote nothing.
 *
 * @param where where the object is, such as {@code users[3]}
 * @param fields the fields; unknown ones are ignored
 */
record ItemFields(String where, Map<?, ?> fields) {

  /** A file that is JSON but not a snapshot. */
  static final class MissingFieldException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingFieldException(String message) {
      super(message);
    }
  }

  /** Reads the value at which the parser is; an object becomes a map, an array a list. */
  static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken unused = parser.nextToken();
        object.put(name, value(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** Returns the object at which the parser is. */
  static ItemFields object(String where, JsonParser parser) throws IOException {
    return of(where, value(parser));
  }

  private static ItemFields of(String where, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> object) {
      return new ItemFields(where, object);
    }
    throw new MissingFieldException(where + " is not an object");
  }

  String text(String name) throws IOException {
    String text = optionalText(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  @Nullable String optionalText(String name) {
    return fields.get(name) instanceof String text ? text : null;
  }

  boolean flag(String name) throws IOException {
    if (fields.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw missing(name);
  }

  Instant time(String name) throws IOException {
    Instant time = optionalTime(name);
    if (time == null) {
      throw missing(name);
    }
    return time;
  }

  @Nullable Instant optionalTime(String name) throws IOException {
    String text = optionalText(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw missing(name);
    }
  }

  /** Reads an item of a list. */
  interface ItemReader<T> {
    T read(ItemFields item) throws IOException;
  }

  <T> List<T> list(String name, ItemReader<T> reader) throws IOException {
    if (!(fields.get(name) instanceof List<?> list)) {
      throw missing(name);
    }
    List<T> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(reader.read(of(where + "." + name, item)));
    }
    return items;
  }

  <T> T open(String name, Function<String, T> type) throws IOException {
    return type.apply(text(name));
  }

  private MissingFieldException missing(String name) {
    return new MissingFieldException(where + "." + name + " is missing or not of its type");
  }
}
