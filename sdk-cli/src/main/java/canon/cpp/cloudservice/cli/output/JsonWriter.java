package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.cli.terminal.OutputException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints JSON objects in UTF-8, each on one line, whatever the encoding of the terminal is. */
final class JsonWriter<T> implements RowWriter<T> {
  private final PrintStream out;
  private final List<Column<T>> columns;
  private final boolean array;
  private final JsonFactory json = new JsonFactory();
  private long rows;

  JsonWriter(PrintStream out, List<Column<T>> columns, boolean array) {
    this.out = out;
    this.columns = columns;
    this.array = array;
  }

  @Override
  public void write(T row) {
    if (array) {
      raw(rows == 0 ? "[\n" : ",\n");
    }
    byte[] object = object(row);
    out.write(object, 0, object.length);
    if (!array) {
      raw("\n");
    }
    rows++;
  }

  private byte[] object(T row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator object = json.createGenerator(bytes)) {
      object.writeStartObject();
      for (Column<T> column : columns) {
        object.writeFieldName(column.name());
        write(object, column.value().apply(row));
      }
      object.writeEndObject();
    } catch (IOException e) {
      throw new OutputException("JSON", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator object, @Nullable Object cell) throws IOException {
    if (cell == null) {
      object.writeNull();
    } else if (cell instanceof Boolean truth) {
      object.writeBoolean(truth);
    } else if (cell instanceof Long || cell instanceof Integer) {
      object.writeNumber(((Number) cell).longValue());
    } else if (cell instanceof Iterable<?> several) {
      object.writeStartArray();
      for (Object one : several) {
        write(object, one);
      }
      object.writeEndArray();
    } else {
      object.writeString(cell.toString());
    }
  }

  private void raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.write(bytes, 0, bytes.length);
  }

  @Override
  public void close() {
    if (array) {
      raw(rows == 0 ? "[]\n" : "\n]\n");
    }
    out.flush();
  }
}
