package canon.cpp.cloudservice.bulk.internal.snapshot;

import canon.cpp.cloudservice.bulk.internal.file.OwnerOnly;
import canon.cpp.cloudservice.bulk.internal.snapshot.ItemFields.ItemReader;
import canon.cpp.cloudservice.bulk.internal.snapshot.ItemFields.MissingFieldException;
import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotException;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON file of a snapshot, format version 1: {@code docs/snapshots.md} describes it. Members
 * are written and read one by one.
 */
public final class SnapshotFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TYPE = "snapshot";
  private static final long VERSION = 1;

  private SnapshotFile() {}

  /** Writes a snapshot; an existing file is replaced once the new one is complete. */
  public static void write(Snapshot snapshot, Path file) {
    try {
      OwnerOnly.replace(file, out -> write(snapshot, out));
    } catch (IOException e) {
      throw new SnapshotException(
          "The snapshot cannot be written to " + file + ": " + reason(e) + ".", e);
    }
  }

  private static void write(Snapshot snapshot, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("type", TYPE);
      json.writeNumberField("version", VERSION);
      json.writeStringField("site", snapshot.site());
      json.writeStringField("from", snapshot.from().toString());
      json.writeStringField("to", snapshot.to().toString());
      json.writeArrayFieldStart("users");
      for (User user : snapshot.users()) {
        SnapshotItems.write(json, user);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("administrators");
      for (Administrator administrator : snapshot.administrators()) {
        SnapshotItems.write(json, administrator);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("printers");
      for (Printer printer : snapshot.printers()) {
        SnapshotItems.write(json, printer);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Reads a snapshot. */
  public static Snapshot read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = JSON.createParser(in)) {
      return read(parser);
    } catch (MissingFieldException e) {
      throw new SnapshotException(
          "The file " + file + " is not a snapshot that can be read: " + e.getMessage() + ".", e);
    } catch (JsonProcessingException e) {
      // Its message quotes the file.
      throw new SnapshotException(
          "The file "
              + file
              + " is not a snapshot, or is damaged: it is not JSON at line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ".",
          null);
    } catch (IOException e) {
      throw new SnapshotException("The file " + file + " cannot be read: " + reason(e) + ".", e);
    }
  }

  private static Snapshot read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MissingFieldException("it is not a JSON object");
    }
    SnapshotReader compact = new SnapshotReader();
    Map<String, @Nullable Object> header = new LinkedHashMap<>();
    List<User> users = null;
    List<Administrator> administrators = null;
    List<Printer> printers = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken unused = parser.nextToken();
      switch (name) {
        case "users" -> {
          checkVersion(header);
          users = items(name, parser, item -> compact.compact(SnapshotItems.user(item)));
        }
        case "administrators" -> administrators = items(name, parser, SnapshotItems::administrator);
        case "printers" -> printers = items(name, parser, SnapshotItems::printer);
        default -> header.put(name, ItemFields.value(parser));
      }
    }
    checkVersion(header);
    if (users == null || administrators == null || printers == null) {
      throw new MissingFieldException("it has not all of users, administrators and printers");
    }
    ItemFields fields = new ItemFields("the file", header);
    return new Snapshot(
        fields.text("site"),
        fields.time("from"),
        fields.time("to"),
        users,
        administrators,
        printers);
  }

  private static void checkVersion(Map<String, @Nullable Object> header) throws IOException {
    if (!TYPE.equals(header.get("type"))) {
      throw new MissingFieldException("its type is not \"snapshot\"");
    }
    if (!Long.valueOf(VERSION).equals(header.get("version"))) {
      throw new MissingFieldException(
          "its format has another version than "
              + VERSION
              + ". Use a later version of the library");
    }
  }

  private static <T> List<T> items(String name, JsonParser parser, ItemReader<T> reader)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MissingFieldException(name + " is not an array");
    }
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(reader.read(ItemFields.object(name + "[" + items.size() + "]", parser)));
    }
    return items;
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }
}
