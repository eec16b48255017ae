package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a journal file, format version 1: {@code docs/bulk.md} describes it. */
final class JournalLine {
  static final long VERSION = 1;

  /** The target of a row that takes nothing away, such as an addition of a plan. */
  static final RowTarget NOTHING = new RowTarget("-", null);

  private final Map<String, Object> fields;

  private JournalLine(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Returns the line; null if the bytes are not a line of a journal. */
  static @Nullable JournalLine parse(byte[] bytes) {
    Map<String, Object> fields = FlatJson.read(bytes);
    return fields == null || !fields.containsKey("type") ? null : new JournalLine(fields);
  }

  static JournalLine header(JobHeader header) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "job");
    fields.put("version", VERSION);
    fields.put("id", header.id());
    fields.put("operation", header.operation());
    fields.put("parameters", header.parameters());
    fields.put("site", header.site());
    fields.put("account", header.account());
    fields.put("createdAt", header.createdAt().toString());
    return new JournalLine(fields);
  }

  /** Returns the line which says that the ceiling allows so many removals. */
  static JournalLine allowed(long removals) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "allowed");
    fields.put("removals", removals);
    return new JournalLine(fields);
  }

  /** Returns the line for a row whose request is about to be sent. */
  static JournalLine started(JobRow row) {
    return new JournalLine(row("started", row));
  }

  /** Returns the line for a row with a result. */
  static JournalLine finished(JobRow row, BulkItem item, Instant at) {
    Map<String, Object> fields = row("finished", row);
    fields.put("result", item.result().name());
    ProblemCode code = item.code();
    put(fields, "code", code == null ? null : code.id());
    put(fields, "message", item.message());
    put(fields, "requestId", item.requestId());
    fields.put("finishedAt", at.toString());
    return new JournalLine(fields);
  }

  private static Map<String, Object> row(String type, JobRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.put("row", row.number());
    fields.put("hash", RowHash.hex(row.input()));
    fields.put("input", row.input());
    JobRow.Prepared prepared = row.prepared();
    if (prepared != null) {
      fields.put("key", prepared.key());
      fields.put("account", prepared.account());
      fields.put("firstAttemptAt", prepared.at().toString());
    }
    RowTarget target = row.target();
    if (target != null) {
      fields.put("target", target.id());
      put(fields, "etag", target.etag());
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  /** Returns the same line for a row of another journal. */
  JournalLine carriedTo(long number) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.put("row", number);
    copy.put("carried", true);
    return new JournalLine(copy);
  }

  boolean isCarried() {
    return fields.containsKey("carried");
  }

  boolean hasTarget() {
    return fields.containsKey("target");
  }

  /** Tells whether the row takes something away; additions of plans do not. */
  boolean removes() {
    String target = optional("target");
    return target != null && !target.equals(NOTHING.id());
  }

  Instant finishedAt() {
    return Instant.parse(text("finishedAt"));
  }

  boolean isHeader() {
    return text("type").equals("job");
  }

  boolean isAllowed() {
    return text("type").equals("allowed");
  }

  long removals() {
    return number("removals");
  }

  boolean isStarted() {
    return text("type").equals("started");
  }

  boolean isFinished() {
    return text("type").equals("finished");
  }

  long version() {
    return number("version");
  }

  long row() {
    return number("row");
  }

  String input() {
    return text("input");
  }

  ItemResult result() {
    return ItemResult.valueOf(text("result"));
  }

  JobHeader toHeader() {
    return new JobHeader(
        text("id"),
        text("operation"),
        text("parameters"),
        text("site"),
        text("account"),
        Instant.parse(text("createdAt")));
  }

  JobRow toRow() {
    String key = optional("key");
    String target = optional("target");
    return new JobRow(
        row(),
        input(),
        key == null
            ? null
            : new JobRow.Prepared(key, text("account"), Instant.parse(text("firstAttemptAt"))),
        target == null ? null : new RowTarget(target, optional("etag")));
  }

  BulkItem toItem() {
    String code = optional("code");
    return new BulkItem(
        row(),
        input(),
        result(),
        code == null ? null : ProblemCode.of(code),
        optional("message"),
        optional("requestId"),
        optional("key"));
  }

  private String text(String field) {
    return String.valueOf(fields.getOrDefault(field, ""));
  }

  private @Nullable String optional(String field) {
    Object value = fields.get(field);
    return value == null ? null : value.toString();
  }

  private long number(String field) {
    return fields.get(field) instanceof Long value ? value : 0;
  }

  /** Returns the line as it is in the file, line feed included. */
  byte[] toBytes() {
    return FlatJson.write(fields);
  }
}
