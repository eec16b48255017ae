package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.bulk.plan.PlanAction;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import canon.cpp.cloudservice.bulk.plan.PlanWarning;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedReason;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads plans from JSON. Messages do not quote the file, because it contains addresses. */
final class PlanReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final Path file;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<PlanItem> items = new ArrayList<>();
  private final List<ImpossibleRow> impossible = new ArrayList<>();
  private final List<UnmanagedMember> unmanaged = new ArrayList<>();
  private final List<PlanWarning> warnings = new ArrayList<>();

  private PlanReader(JsonParser parser, Path file) {
    this.parser = parser;
    this.file = file;
  }

  static PlanData read(InputStream in, Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      PlanReader reader = new PlanReader(parser, file);
      try {
        return reader.plan();
      } catch (JsonProcessingException
          | IllegalArgumentException
          | DateTimeException
          | DamagedPlanException e) {
        throw reader.damaged(e);
      }
    }
  }

  /** A part is missing or has another type. */
  private static final class DamagedPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedPlanException(String field) {
      super(field);
    }
  }

  private PlanException damaged(Exception e) {
    return new PlanException(
        PlanProblem.DAMAGED,
        "The plan "
            + file
            + " is damaged near line "
            + parser.currentLocation().getLineNr()
            + ". Create the plan again.",
        e);
  }

  private PlanData plan() throws IOException {
    expect(parser.nextToken() == JsonToken.START_OBJECT, "object");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      field(parser.currentName(), parser.nextToken());
    }
    expect(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null, "end");
    checkVersion();
    PlanData plan = toPlan().digested();
    if (!plan.digest().equals(text(fields, "digest"))) {
      throw new PlanException(
          PlanProblem.DIGEST_MISMATCH,
          "The plan "
              + file
              + " was changed after it was saved: its content does not have its digest. Create the"
              + " plan again.",
          null);
    }
    return plan;
  }

  private void field(String name, @Nullable JsonToken token) throws IOException {
    // A newer version is reported before anything of it is misunderstood.
    if (fields.containsKey("version")) {
      checkVersion();
    }
    switch (name) {
      case "items" -> array(token, items, PlanReader::item);
      case "impossible" -> array(token, impossible, PlanReader::impossible);
      case "unmanaged" -> array(token, unmanaged, PlanReader::unmanaged);
      case "warnings" -> array(token, warnings, PlanReader::warning);
      default -> fields.put(name, value(token));
    }
  }

  private void checkVersion() {
    if (!"membershipPlan".equals(fields.get("type"))) {
      throw new PlanException(
          PlanProblem.DAMAGED, "The file " + file + " is not a plan. Choose another file.", null);
    }
    long version = number(fields, "version");
    if (version > PlanFile.VERSION) {
      throw new PlanException(
          PlanProblem.NEWER_VERSION,
          "The plan "
              + file
              + " has the format version "
              + version
              + ", but this library reads up to "
              + PlanFile.VERSION
              + ". Update the library, or create the plan again.",
          null);
    }
    expect(version == PlanFile.VERSION, "version");
  }

  private <T> void array(
      @Nullable JsonToken token, List<T> target, Function<Map<String, Object>, T> toElement)
      throws IOException {
    expect(token == JsonToken.START_ARRAY, "array");
    JsonToken next = parser.nextToken();
    while (next == JsonToken.START_OBJECT) {
      target.add(toElement.apply(object()));
      next = parser.nextToken();
    }
    expect(next == JsonToken.END_ARRAY, "array");
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    JsonToken next = parser.nextToken();
    while (next == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      object.put(name, value(parser.nextToken()));
      next = parser.nextToken();
    }
    expect(next == JsonToken.END_OBJECT, "object");
    return object;
  }

  private Object value(@Nullable JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (token == JsonToken.START_OBJECT) {
      return object();
    }
    expect(token == JsonToken.START_ARRAY, "value");
    List<Object> values = new ArrayList<>();
    JsonToken next = parser.nextToken();
    while (next == JsonToken.VALUE_STRING) {
      values.add(parser.getText());
      next = parser.nextToken();
    }
    expect(next == JsonToken.END_ARRAY, "array");
    return values;
  }

  private PlanData toPlan() {
    Map<String, List<Application>> managed = new LinkedHashMap<>();
    map(fields, "managed").forEach((email, lists) -> managed.put(email, applications(lists)));
    return new PlanData(
        PlanKind.valueOf(text(fields, "kind")),
        text(fields, "site"),
        Instant.parse(text(fields, "createdAt")),
        text(fields, "scope"),
        number(fields, "asWanted"),
        number(fields, "population"),
        number(fields, "allowedRemovals"),
        texts(fields.get("protected")),
        items,
        impossible,
        unmanaged,
        warnings,
        managed,
        "");
  }

  private static PlanItem item(Map<String, Object> json) {
    return new PlanItem(
        PlanAction.valueOf(text(json, "action")),
        text(json, "email"),
        text(json, "canonicalEmail"),
        json.containsKey("seen") ? seen(map(json, "seen")) : null,
        applications(json.get("additions")),
        applications(json.get("removals")));
  }

  private static SeenMember seen(Map<String, Object> json) {
    List<ApplicationEntry> lists = new ArrayList<>();
    map(json, "lists")
        .forEach(
            (list, state) ->
                lists.add(
                    new ApplicationEntry(
                        Application.of(list), ListState.of(String.valueOf(state)))));
    return new SeenMember(
        text(json, "id"),
        json.containsKey("etag") ? text(json, "etag") : null,
        AdministratorState.of(text(json, "administrator")),
        lists);
  }

  private static ImpossibleRow impossible(Map<String, Object> json) {
    return new ImpossibleRow(number(json, "row"), text(json, "email"), text(json, "message"));
  }

  private static UnmanagedMember unmanaged(Map<String, Object> json) {
    return new UnmanagedMember(
        text(json, "canonicalEmail"),
        applications(json.get("lists")),
        UnmanagedReason.valueOf(text(json, "reason")));
  }

  private static PlanWarning warning(Map<String, Object> json) {
    return new PlanWarning(
        PlanWarningCode.valueOf(text(json, "code")),
        text(json, "message"),
        texts(json.get("emails")));
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new DamagedPlanException(what);
    }
  }

  private static String text(Map<String, Object> json, String field) {
    if (json.get(field) instanceof String text) {
      return text;
    }
    throw new DamagedPlanException(field);
  }

  private static long number(Map<String, Object> json, String field) {
    if (json.get(field) instanceof Long number) {
      return number;
    }
    throw new DamagedPlanException(field);
  }

  private static Map<String, Object> map(Map<String, Object> json, String field) {
    if (json.get(field) instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
      return copy;
    }
    throw new DamagedPlanException(field);
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(String::valueOf)
          .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    }
    throw new DamagedPlanException("array");
  }

  private static List<Application> applications(@Nullable Object value) {
    return texts(value).stream()
        .map(Application::of)
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }
}
