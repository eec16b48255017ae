package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a {@link JsonIndex}: its fields may be in any order. */
final class IndexedObject extends JsonObject {
  private final JsonIndex index;
  private final int at;

  /** The place in the document, for errors: the object with the field, or null for the document. */
  private final @Nullable IndexedObject parent;

  private final String field;

  /** The place in the list that is the field, or -1 if the field is the object itself. */
  private final int item;

  private IndexedObject(
      JsonIndex index, int at, @Nullable IndexedObject parent, String field, int item) {
    this.index = index;
    this.at = at;
    this.parent = parent;
    this.field = field;
    this.item = item;
  }

  static IndexedObject parse(byte[] bytes) {
    JsonIndex index = new JsonIndex(bytes.length, MAX_TOKENS);
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      index.read(parser);
    } catch (StreamConstraintsException e) {
      throw new MalformedJsonException("it is larger or deeper than any response of the service");
    } catch (IOException e) {
      // Jackson's message quotes the text, so it is not used.
      throw new MalformedJsonException("it is not JSON");
    }
    if (index.isEmpty() || index.value(0) != JsonIndex.OBJECT) {
      throw new MalformedJsonException("it is not a JSON object");
    }
    return new IndexedObject(index, 0, null, "", -1);
  }

  @Override
  public boolean flag(String name) {
    if (index.value(find(name, true)) instanceof Boolean flag) {
      return flag;
    }
    throw not("true or false", name);
  }

  @Override
  @Nullable String text(String name, boolean required) {
    int value = find(name, required);
    if (value < 0) {
      return null;
    }
    if (index.value(value) instanceof String text) {
      return text;
    }
    throw not("a string", name);
  }

  @Override
  <T> @Nullable T object(String name, boolean required, Function<JsonObject, T> read) {
    int value = find(name, required);
    return value < 0 ? null : read.apply(child(value, name, -1));
  }

  @Override
  <T> @Nullable List<T> objects(String name, boolean required, Function<JsonObject, T> read) {
    int list = list(name, required);
    if (list < 0) {
      return null;
    }
    List<T> items = new ArrayList<>();
    for (int i = list + 1; i < index.next(list); i = index.next(i)) {
      items.add(read.apply(child(i, name, items.size())));
    }
    return List.copyOf(items);
  }

  @Override
  public <T> List<T> strings(String name, Function<String, T> read) {
    int list = list(name, true);
    List<T> items = new ArrayList<>();
    for (int i = list + 1; i < index.next(list); i = index.next(i)) {
      if (!(index.value(i) instanceof String text)) {
        throw not("a list of strings", name);
      }
      items.add(read.apply(text));
    }
    return List.copyOf(items);
  }

  private int list(String name, boolean required) {
    int value = find(name, required);
    if (value >= 0 && index.value(value) != JsonIndex.LIST) {
      throw not("a list", name);
    }
    return value;
  }

  private IndexedObject child(int value, String name, int place) {
    if (index.value(value) != JsonIndex.OBJECT) {
      throw not("an object", place < 0 ? name : name + "[" + place + "]");
    }
    return new IndexedObject(index, value, this, name, place);
  }

  /** Returns the index of a value, or -1 if the field is absent or null and not required. */
  private int find(String name, boolean required) {
    int value = index.field(at, name);
    if (value >= 0 && index.value(value) != null) {
      return value;
    }
    if (required) {
      throw new MalformedJsonException("its field " + path() + name + " is missing");
    }
    return -1;
  }

  @Override
  MalformedJsonException not(String type, String name) {
    return new MalformedJsonException("its field " + path() + name + " is not " + type);
  }

  private String path() {
    return parent == null ? "" : parent.path() + field + (item < 0 ? "." : "[" + item + "].");
  }
}
