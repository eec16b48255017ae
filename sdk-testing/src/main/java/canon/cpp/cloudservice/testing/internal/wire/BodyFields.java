package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a JSON object. Values must not be used before {@link #check()} has passed.
 */
public final class BodyFields {
  private final ObjectNode body;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  public BodyFields(ObjectNode body, FieldErrors errors) {
    this.body = body;
    this.errors = errors;
  }

  public FieldErrors errors() {
    return errors;
  }

  /** Returns a required string. */
  public Optional<String> text(String field, int max) {
    JsonNode value = field(field);
    if (value.isMissingNode() || value.isNull()) {
      return errors.add(field, Code.MISSING, "This field is required.");
    }
    if (!value.isTextual()) {
      return errors.add(field, Code.MALFORMED, "The value must be a string.");
    }
    return errors.checkText(field, value.textValue(), max);
  }

  /** Returns a boolean; {@code false} if it is absent. */
  public boolean flag(String field) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      errors.add(field, Code.MALFORMED, "The value must be true or false.");
    }
    return value.booleanValue();
  }

  /** Returns an array of strings; empty if it is absent. */
  public Optional<List<String>> texts(String field) {
    JsonNode value = field(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isArray()) {
      errors.add(field, Code.MALFORMED, "The value must be an array of strings.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        errors.add(field + "[" + texts.size() + "]", Code.MALFORMED, "The value must be a string.");
      }
      texts.add(element.asText());
    }
    return Optional.of(texts);
  }

  /** Rejects the request if there are field errors or unknown fields. */
  public void check() {
    checkNames();
    errors.check();
  }

  /** Adds an error if there are unknown fields. */
  public void checkNames() {
    List<String> names = new ArrayList<>();
    body.fieldNames().forEachRemaining(names::add);
    if (!known.containsAll(names)) {
      // The name is not repeated, because it could contain an address.
      errors.add(
          "body", Code.UNKNOWN_FIELD, "The body has a field that is not known for this request.");
    }
  }

  private JsonNode field(String name) {
    known.add(name);
    return body.path(name);
  }
}
