package canon.cpp.cloudservice.bulk.internal.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Writes each item of the lists of a file on a line of its own. */
final class LinePrinter extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1L;

  /** Arrays in arrays stay on the line of their item. */
  private int depth;

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    super.writeStartArray(json);
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    newLine(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    super.writeArrayValueSeparator(json);
    newLine(json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    newLine(json);
    depth--;
    super.writeEndArray(json, values);
  }

  private void newLine(JsonGenerator json) throws IOException {
    if (depth == 1) {
      json.writeRaw('\n');
    }
  }
}
