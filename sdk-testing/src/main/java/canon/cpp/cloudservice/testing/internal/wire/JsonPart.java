package canon.cpp.cloudservice.testing.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object of a document and its path. Errors name the path and the reason. */
public final class JsonPart {
  private final String document;
  private final String path;
  private final JsonNode json;
  private final Set<String> known = new HashSet<>();

  /**
   * Returns the root of a document.
   *
   * @param document the name of the document in messages, such as "the state"
   * @throws MalformedJsonException if it is not a JSON object
   */
  public static JsonPart of(String document, JsonNode json) {
    return new JsonPart(document, "$", json);
  }

  private JsonPart(String document, String path, JsonNode json) {
    this.document = document;
    this.path = path;
    this.json = json;
    if (!json.isObject()) {
      throw wrong("must be a JSON object");
    }
  }

  public MalformedJsonException wrong(String message) {
    return new MalformedJsonException(document, path, message);
  }

  public MalformedJsonException wrong(String field, String message) {
    return new MalformedJsonException(document, path + "." + field, message);
  }

  public boolean has(String field) {
    return !field(field).isMissingNode();
  }

  public String text(String field) {
    return optionalText(field).orElseThrow(() -> wrong(field, "is missing"));
  }

  public Optional<String> optionalText(String field) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw wrong(field, "must be a string");
    }
    return Optional.ofNullable(value.textValue());
  }

  public Optional<Instant> instant(String field) {
    try {
      return optionalText(field).map(Instant::parse);
    } catch (DateTimeException e) {
      throw wrong(field, "must be an instant such as 2030-01-01T00:00:00Z");
    }
  }

  public Optional<Duration> duration(String field) {
    try {
      return optionalText(field).map(Duration::parse);
    } catch (DateTimeException e) {
      throw wrong(field, "must be a duration such as PT20S or PT2H");
    }
  }

  public boolean flag(String field, boolean absent) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(field, "must be true or false");
    }
    return value.asBoolean(absent);
  }

  public long number(String field, long absent) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && (!value.canConvertToLong() || !value.isIntegralNumber())) {
      throw wrong(field, "must be an integer");
    }
    return value.asLong(absent);
  }

  public Optional<JsonPart> object(String field) {
    return has(field) ? Optional.of(part(field)) : Optional.empty();
  }

  /** Returns a nested object, or an empty one if it is absent. */
  public JsonPart part(String field) {
    JsonNode value = field(field);
    return new JsonPart(
        document, path + "." + field, value.isMissingNode() ? Json.object() : value);
  }

  public List<JsonPart> objects(String field) {
    List<JsonPart> parts = new ArrayList<>();
    for (JsonNode element : array(field)) {
      parts.add(new JsonPart(document, path + "." + field + "[" + parts.size() + "]", element));
    }
    return parts;
  }

  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(field)) {
      if (!element.isTextual()) {
        throw wrong(field + "[" + texts.size() + "]", "must be a string");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Returns the names of all fields. The caller reads each of them. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = json.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  /** Returns the object itself. */
  public ObjectNode json() {
    return (ObjectNode) json;
  }

  /** Rejects fields that were not read, because a misspelled field would go unnoticed. */
  public void checkAllKnown() {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw wrong("has an unknown field: " + name + "; known fields are " + known);
      }
    }
  }

  private JsonNode array(String field) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(field, "must be an array");
    }
    return value;
  }

  private JsonNode field(String name) {
    known.add(name);
    return json.path(name);
  }
}
