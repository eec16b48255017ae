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
 * Reads the fields of a JSON object. Nothing that was read is good before {@link #check()} has
 * passed.
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

  /** A text that must be there. */
  public Optional<String> text(String field, int max) {
    JsonNode value = field(field);
    if (value.isMissingNode() || value.isNull()) {
      return errors.add(field, Code.MISSING, "This field is required.");
    }
    if (!value.isTextual()) {
      return errors.add(field, Code.MALFORMED, "This has to be a text.");
    }
    return errors.checkText(field, value.textValue(), max);
  }

  /** A yes or no; no if it is not there. */
  public boolean flag(String field) {
    JsonNode value = field(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      errors.add(field, Code.MALFORMED, "This has to be true or false.");
    }
    return value.booleanValue();
  }

  /** A list of texts; empty if there is no such field. */
  public Optional<List<String>> texts(String field) {
    JsonNode value = field(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isArray()) {
      errors.add(field, Code.MALFORMED, "This has to be a list of texts.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        errors.add(field + "[" + texts.size() + "]", Code.MALFORMED, "This has to be a text.");
      }
      texts.add(element.asText());
    }
    return Optional.of(texts);
  }

  /** Rejects the request if anything was wrong, or if it has a field that nobody asked for. */
  public void check() {
    List<String> names = new ArrayList<>();
    body.fieldNames().forEachRemaining(names::add);
    if (!known.containsAll(names)) {
      // Its name is not repeated: it may be anything, somebody's address too.
      errors.add("body", Code.UNKNOWN_FIELD, "There is a field that this request does not have.");
    }
    errors.check();
  }

  private JsonNode field(String name) {
    known.add(name);
    return body.path(name);
  }
}
