package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a {@link JsonStream}: its fields are read when the parser reaches them. */
final class StreamedObject extends JsonObject {
  private final JsonStream stream;
  private int mark;

  /** The name of the field that the parser has reached; null at the end of the object. */
  private @Nullable String reached;

  private boolean childOpen;

  /** Whether a field was taken as absent before the end of the object was reached. */
  private boolean guessed;

  StreamedObject(JsonStream stream) {
    this.stream = stream;
  }

  /** Begins to read an object whose start was read. */
  void begin() throws IOException {
    mark = stream.mark();
    guessed = false;
    reached = stream.nextName();
  }

  /** Skips the rest of the object. */
  void end() throws IOException {
    while (reached != null) {
      skipField(reached);
    }
    stream.forget(mark);
  }

  @Override
  public boolean flag(String name) {
    try {
      JsonToken token = value(name, true);
      if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
        throw new UnexpectedJsonException();
      }
      reached = stream.nextName();
      return token == JsonToken.VALUE_TRUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @Nullable String text(String name, boolean required) {
    try {
      if (!reach(name, required)) {
        return null;
      }
      String text = stream.nextText();
      if (text == null && (required || !stream.isNull())) {
        throw new UnexpectedJsonException();
      }
      reached = stream.nextName();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  <T> @Nullable T object(String name, boolean required, Function<JsonObject, T> read) {
    try {
      JsonToken token = value(name, required);
      if (token == null) {
        return null;
      }
      T object = null;
      if (token == JsonToken.START_OBJECT) {
        object = child(new StreamedObject(stream), read);
      } else if (token != JsonToken.VALUE_NULL || required) {
        throw new UnexpectedJsonException();
      }
      reached = stream.nextName();
      return object;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  <T> @Nullable List<T> objects(String name, boolean required, Function<JsonObject, T> read) {
    try {
      JsonToken token = value(name, required);
      if (token == null) {
        return null;
      }
      List<T> items = null;
      if (token == JsonToken.START_ARRAY) {
        items = items(read);
      } else if (token != JsonToken.VALUE_NULL || required) {
        throw new UnexpectedJsonException();
      }
      reached = stream.nextName();
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> items(Function<JsonObject, T> read) throws IOException {
    StreamedObject child = new StreamedObject(stream);
    int count = 0;
    JsonToken token = stream.next();
    while (token == JsonToken.START_OBJECT) {
      stream.push(child(child, read));
      count++;
      token = stream.next();
    }
    if (token != JsonToken.END_ARRAY) {
      throw new UnexpectedJsonException();
    }
    return stream.popList(count);
  }

  @Override
  public <T> List<T> strings(String name, Function<String, T> read) {
    try {
      if (value(name, true) != JsonToken.START_ARRAY) {
        throw new UnexpectedJsonException();
      }
      int count = 0;
      JsonToken token = stream.next();
      while (token == JsonToken.VALUE_STRING) {
        stream.push(read.apply(stream.text()));
        count++;
        token = stream.next();
      }
      if (token != JsonToken.END_ARRAY) {
        throw new UnexpectedJsonException();
      }
      reached = stream.nextName();
      return stream.popList(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T child(StreamedObject child, Function<JsonObject, T> read) throws IOException {
    childOpen = true;
    child.begin();
    T object = read.apply(child);
    child.end();
    childOpen = false;
    return object;
  }

  /** Returns the first token of the value of a field, or null if it is absent. */
  private @Nullable JsonToken value(String name, boolean required) throws IOException {
    return reach(name, required) ? stream.next() : null;
  }

  /**
   * Goes to a field. An optional field that is not next is taken as absent; if it is found later,
   * the pass ends.
   *
   * @return false if it is absent
   */
  private boolean reach(String name, boolean required) throws IOException {
    if (childOpen) {
      throw new UnexpectedJsonException();
    }
    if (!name.equals(reached)) {
      if (!required) {
        stream.checkNew(name, mark);
        stream.remember(name);
        guessed = true;
        return false;
      }
      skipTo(name);
    }
    if (guessed) {
      stream.checkNew(name, mark);
    }
    stream.remember(name);
    return true;
  }

  private void skipTo(String name) throws IOException {
    while (!name.equals(reached)) {
      if (reached == null) {
        throw new UnexpectedJsonException();
      }
      skipField(reached);
    }
  }

  private void skipField(String name) throws IOException {
    stream.checkNew(name, mark);
    stream.remember(name);
    stream.skip(stream.next());
    reached = stream.nextName();
  }

  @Override
  RuntimeException not(String type, String name) {
    return new UnexpectedJsonException();
  }
}
