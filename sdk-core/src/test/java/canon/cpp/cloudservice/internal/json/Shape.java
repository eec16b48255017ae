package canon.cpp.cloudservice.internal.json;

import canon.cpp.cloudservice.hostile.HostileStrings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of an object: field by field, each of one kind. The same shape reads by both
 * codecs.
 */
record Shape(Map<String, Field> fields) {

  /** The kinds of fields. */
  enum Kind {
    STRING,
    OPTIONAL_STRING,
    INSTANT,
    OPTIONAL_INSTANT,
    FLAG,
    OBJECT,
    OPTIONAL_OBJECT,
    OBJECTS,
    OPTIONAL_OBJECTS,
    STRINGS
  }

  /** One field; with a shape if it holds objects. */
  record Field(Kind kind, Shape shape) {}

  private static final Shape EMPTY = new Shape(Map.of());

  /** Returns a shape that reads an example; now and then it asks for something else. */
  static Shape of(RandomGenerator random, JsonNode example) {
    List<String> names = new ArrayList<>();
    example.fieldNames().forEachRemaining(names::add);
    if (random.nextInt(8) == 0) {
      names.add("unknown");
    }
    if (random.nextInt(8) == 0) {
      Collections.swap(names, random.nextInt(names.size()), random.nextInt(names.size()));
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    for (String name : names) {
      if (random.nextInt(10) > 0) {
        fields.put(name, field(random, example.path(name)));
      }
    }
    return new Shape(fields);
  }

  private static Field field(RandomGenerator random, JsonNode value) {
    boolean optional = random.nextInt(3) == 0;
    if (random.nextInt(40) == 0) {
      return new Field(HostileStrings.one(random, List.of(Kind.values())), EMPTY);
    } else if (value.isBoolean()) {
      return new Field(Kind.FLAG, EMPTY);
    } else if (value.isObject()) {
      return new Field(optional ? Kind.OPTIONAL_OBJECT : Kind.OBJECT, of(random, value));
    } else if (value.isArray() && value.path(0).isTextual()) {
      return new Field(Kind.STRINGS, EMPTY);
    } else if (value.isArray()) {
      Shape items = value.path(0).isObject() ? of(random, value.path(0)) : EMPTY;
      return new Field(optional ? Kind.OPTIONAL_OBJECTS : Kind.OBJECTS, items);
    } else if (value.asText().endsWith("Z")) {
      return new Field(optional ? Kind.OPTIONAL_INSTANT : Kind.INSTANT, EMPTY);
    }
    return new Field(optional ? Kind.OPTIONAL_STRING : Kind.STRING, EMPTY);
  }

  Map<String, @Nullable Object> read(JsonObject json) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(
        (name, field) ->
            values.put(
                name,
                switch (field.kind) {
                  case STRING -> json.string(name);
                  case OPTIONAL_STRING -> json.optionalString(name);
                  case INSTANT -> json.instant(name);
                  case OPTIONAL_INSTANT -> json.optionalInstant(name);
                  case FLAG -> json.flag(name);
                  case OBJECT -> json.object(name, field.shape::read);
                  case OPTIONAL_OBJECT -> json.optionalObject(name, field.shape::read);
                  case OBJECTS -> json.objects(name, field.shape::read);
                  case OPTIONAL_OBJECTS -> json.optionalObjects(name, field.shape::read);
                  case STRINGS -> json.strings(name, String::toString);
                }));
    return values;
  }

  Map<String, @Nullable Object> read(TreeObject json) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(
        (name, field) ->
            values.put(
                name,
                switch (field.kind) {
                  case STRING -> json.string(name);
                  case OPTIONAL_STRING -> json.optionalString(name);
                  case INSTANT -> json.instant(name);
                  case OPTIONAL_INSTANT -> json.optionalInstant(name);
                  case FLAG -> json.flag(name);
                  case OBJECT -> json.object(name, field.shape::read);
                  case OPTIONAL_OBJECT -> json.optionalObject(name, field.shape::read);
                  case OBJECTS -> json.objects(name, field.shape::read);
                  case OPTIONAL_OBJECTS -> json.optionalObjects(name, field.shape::read);
                  case STRINGS -> json.strings(name, String::toString);
                }));
    return values;
  }
}
