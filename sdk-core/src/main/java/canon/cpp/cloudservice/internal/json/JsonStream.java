package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parser of a document that is read in one pass. Whatever is not as expected ends the pass: an
 * error, a field in another place, or a name that occurs twice.
 */
final class JsonStream {
  private static final int USUAL_NAMES = 16;
  private static final int MOST_FIELDS = 100;
  private static final int USUAL_ITEMS = 8;

  private final JsonParser parser;
  private int tokens;

  /** The names that were asked for or skipped, in the objects that are open. */
  private String[] names = new String[USUAL_NAMES];

  private int count;

  /** The items of the lists that are open. */
  private Object[] items = new Object[USUAL_ITEMS];

  private int itemCount;

  private JsonStream(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads a document, or returns null if that is not possible in one pass. */
  static <T> @Nullable T read(byte[] bytes, Function<JsonObject, T> reader) {
    try (JsonParser parser = JsonObject.FACTORY.createParser(bytes)) {
      JsonStream stream = new JsonStream(parser);
      if (stream.next() != JsonToken.START_OBJECT) {
        return null;
      }
      StreamedObject document = new StreamedObject(stream);
      document.begin();
      T value = reader.apply(document);
      document.end();
      return stream.next() == null ? value : null;
    } catch (IOException | RuntimeException e) {
      // The index finds the error, if there is one.
      return null;
    }
  }

  @Nullable JsonToken next() throws IOException {
    countToken();
    return parser.nextToken();
  }

  /** Returns the name of the next field of an object, or null at its end. */
  @Nullable String nextName() throws IOException {
    countToken();
    return parser.nextFieldName();
  }

  /** Reads the next token; returns null if it is not a text. */
  @Nullable String nextText() throws IOException {
    countToken();
    return parser.nextTextValue();
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  private void countToken() {
    if (++tokens > JsonObject.MAX_TOKENS) {
      throw new UnexpectedJsonException();
    }
  }

  String text() throws IOException {
    return parser.getText();
  }

  /** Skips a value whose first token was read. */
  void skip(@Nullable JsonToken first) throws IOException {
    int depth = 0;
    JsonToken token = first;
    while (token != null) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        // Jackson checks a text only when it is asked for.
        int unused = parser.getTextLength();
      }
      if (depth == 0) {
        return;
      }
      token = next();
    }
  }

  int mark() {
    return count;
  }

  void forget(int mark) {
    count = mark;
  }

  void remember(String name) {
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
    }
    names[count++] = name;
  }

  /**
   * Ends the pass if the reader of the open object has asked for a name, or skipped it. Each name
   * is compared with the others, so an object with very many fields ends the pass too.
   */
  void checkNew(String name, int mark) {
    if (count - mark > MOST_FIELDS) {
      throw new UnexpectedJsonException();
    }
    for (int i = mark; i < count; i++) {
      if (names[i].equals(name)) {
        throw new UnexpectedJsonException();
      }
    }
  }

  void push(Object item) {
    if (itemCount == items.length) {
      items = Arrays.copyOf(items, 2 * itemCount);
    }
    items[itemCount++] = item;
  }

  /** Returns the last items as an unmodifiable list, which a record need not copy. */
  @SuppressWarnings("unchecked") // The items are what the reader of the list returned.
  <T> List<T> popList(int length) {
    int start = itemCount - length;
    itemCount = start;
    return (List<T>)
        switch (length) {
          case 0 -> List.of();
          case 1 -> List.of(items[start]);
          case 2 -> List.of(items[start], items[start + 1]);
          default -> List.of(Arrays.copyOfRange(items, start, start + length));
        };
  }
}
