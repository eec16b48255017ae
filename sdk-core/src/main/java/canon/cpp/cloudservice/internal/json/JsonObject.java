package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a response, read field by field. Unknown fields are skipped. If a field is
 * missing or has the wrong type, the error names the field, but never its value. Of several fields
 * with the same name, the last one counts.
 *
 * <p>A reader asks for fields in the order in which the service writes them; another order is read
 * too, but takes longer. It may be called twice, and does not keep the object.
 */
public abstract class JsonObject {
  static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Far above the longest page. Without a limit, a response of empty objects would take many times
   * its size in memory.
   */
  static final int MAX_TOKENS = 250_000;

  JsonObject() {}

  /**
   * Reads a document: from the parser if its fields are in the expected order, otherwise from an
   * index of the whole document. The index also finds the error, so that it does not depend on the
   * order of the fields.
   *
   * @throws MalformedJsonException if the document is not what the reader expects
   */
  public static <T> T read(byte[] bytes, Function<JsonObject, T> reader) {
    T streamed = JsonStream.read(bytes, reader);
    return streamed != null ? streamed : reader.apply(IndexedObject.parse(bytes));
  }

  public final String string(String field) {
    return present(text(field, true));
  }

  public final @Nullable String optionalString(String field) {
    return text(field, false);
  }

  public final Instant instant(String field) {
    return toInstant(field, string(field));
  }

  public final @Nullable Instant optionalInstant(String field) {
    String text = optionalString(field);
    return text == null ? null : toInstant(field, text);
  }

  public abstract boolean flag(String field);

  public final <T> T object(String field, Function<JsonObject, T> read) {
    return present(object(field, true, read));
  }

  public final <T> @Nullable T optionalObject(String field, Function<JsonObject, T> read) {
    return object(field, false, read);
  }

  /** Returns an unmodifiable list. */
  public final <T> List<T> objects(String field, Function<JsonObject, T> read) {
    return present(objects(field, true, read));
  }

  public final <T> @Nullable List<T> optionalObjects(String field, Function<JsonObject, T> read) {
    return objects(field, false, read);
  }

  /** Returns an unmodifiable list. */
  public abstract <T> List<T> strings(String field, Function<String, T> read);

  /** Returns null only if the field is absent or null, and not required. */
  abstract @Nullable String text(String field, boolean required);

  abstract <T> @Nullable T object(String field, boolean required, Function<JsonObject, T> read);

  abstract <T> @Nullable List<T> objects(
      String field, boolean required, Function<JsonObject, T> read);

  /** Returns the error for a field of the wrong type. */
  abstract RuntimeException not(String type, String field);

  private Instant toInstant(String field, String text) {
    try {
      return Instants.parse(text);
    } catch (DateTimeException e) {
      throw not("an instant", field);
    }
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A required field was read as absent");
    }
    return value;
  }
}
