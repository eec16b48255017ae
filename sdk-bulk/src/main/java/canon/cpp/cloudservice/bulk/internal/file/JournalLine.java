package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.journal.JobHeader;
import canon.cpp.cloudservice.bulk.internal.journal.JobRow;
import canon.cpp.cloudservice.bulk.internal.journal.RowHash;
import canon.cpp.cloudservice.bulk.internal.journal.RowTarget;
import canon.cpp.cloudservice.errors.ProblemCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a journal file, format version 1: {@code docs/bulk.md} describes it. */
final class JournalLine {
  static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode json;

  private JournalLine(JsonNode json) {
    this.json = json;
  }

  /** Returns the line; null if the bytes are not a line of a journal. */
  static @Nullable JournalLine parse(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      return json != null && json.hasNonNull("type") ? new JournalLine(json) : null;
    } catch (IOException e) {
      return null;
    }
  }

  static JournalLine header(JobHeader header) {
    return new JournalLine(
        JSON.createObjectNode()
            .put("type", "job")
            .put("version", VERSION)
            .put("id", header.id())
            .put("operation", header.operation())
            .put("parameters", header.parameters())
            .put("site", header.site())
            .put("account", header.account())
            .put("createdAt", header.createdAt().toString()));
  }

  /** Returns the line which says that the ceiling allows so many removals. */
  static JournalLine allowed(long removals) {
    return new JournalLine(
        JSON.createObjectNode().put("type", "allowed").put("removals", removals));
  }

  /** Returns the line for a row whose request is about to be sent. */
  static JournalLine started(JobRow row) {
    return new JournalLine(row("started", row));
  }

  /** Returns the line for a row with a result. */
  static JournalLine finished(JobRow row, BulkItem item, Instant at) {
    ObjectNode json = row("finished", row);
    json.put("result", item.result().name());
    ProblemCode code = item.code();
    put(json, "code", code == null ? null : code.id());
    put(json, "message", item.message());
    put(json, "requestId", item.requestId());
    json.put("finishedAt", at.toString());
    return new JournalLine(json);
  }

  private static ObjectNode row(String type, JobRow row) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("type", type)
            .put("row", row.number())
            .put("hash", RowHash.hex(row.input()))
            .put("input", row.input());
    JobRow.Prepared prepared = row.prepared();
    if (prepared != null) {
      json.put("key", prepared.key())
          .put("account", prepared.account())
          .put("firstAttemptAt", prepared.at().toString());
    }
    RowTarget target = row.target();
    if (target != null) {
      json.put("target", target.id());
      put(json, "etag", target.etag());
    }
    return json;
  }

  private static void put(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  /** Returns the same line for a row of another journal. */
  JournalLine carriedTo(long number) {
    ObjectNode copy = json.deepCopy();
    return new JournalLine(copy.put("row", number).put("carried", true));
  }

  boolean isCarried() {
    return json.path("carried").asBoolean();
  }

  boolean hasTarget() {
    return json.hasNonNull("target");
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
    return json.path("removals").asLong();
  }

  boolean isStarted() {
    return text("type").equals("started");
  }

  boolean isFinished() {
    return text("type").equals("finished");
  }

  int version() {
    return json.path("version").asInt();
  }

  long row() {
    return json.path("row").asLong();
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
    return json.path(field).asText();
  }

  private @Nullable String optional(String field) {
    return json.hasNonNull(field) ? json.get(field).asText() : null;
  }

  /** Returns the line as it is in the file, line feed included. */
  byte[] toBytes() {
    try {
      return (JSON.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line of the journal cannot be written", e);
    }
  }
}
