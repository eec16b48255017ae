package canon.cpp.cloudservice.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * The JSON body of a request. It is written without Jackson, whose generator takes twice the memory
 * for these few fields.
 */
public final class JsonBody {
  private static final int USUAL_SIZE = 96;
  private static final int USUAL_FIELDS = 2;
  private static final String DIGITS = "0123456789ABCDEF";

  private final List<Field> fields = new ArrayList<>(USUAL_FIELDS);

  /** A text, a list of texts, or {@code true}. */
  private record Field(String name, Object value) {}

  public JsonBody with(String field, String value) {
    fields.add(new Field(field, value));
    return this;
  }

  public JsonBody with(String field, List<String> values) {
    fields.add(new Field(field, List.copyOf(values)));
    return this;
  }

  /** Adds an option, unless it is not set. */
  public JsonBody withFlag(String field, boolean value) {
    if (value) {
      fields.add(new Field(field, true));
    }
    return this;
  }

  public byte[] toBytes() {
    StringBuilder json = new StringBuilder(USUAL_SIZE).append('{');
    for (int i = 0; i < fields.size(); i++) {
      separate(json, i);
      write(json, fields.get(i).name());
      json.append(':');
      writeValue(json, fields.get(i).value());
    }
    return json.append('}').toString().getBytes(UTF_8);
  }

  private static void writeValue(StringBuilder json, Object value) {
    if (value instanceof String text) {
      write(json, text);
    } else if (value instanceof List<?> texts) {
      json.append('[');
      for (int i = 0; i < texts.size(); i++) {
        separate(json, i);
        write(json, texts.get(i).toString());
      }
      json.append(']');
    } else {
      json.append(value);
    }
  }

  private static void separate(StringBuilder json, int index) {
    if (index > 0) {
      json.append(',');
    }
  }

  /** Writes a text. Surrogates are escaped, because UTF-8 has no form for an unpaired one. */
  private static void write(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        escape(json, c);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static void escape(StringBuilder json, char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(DIGITS.charAt((c >> shift) & 0xf));
    }
  }
}
