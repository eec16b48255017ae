package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The proof that a printer gave: JSON with {@code series}, {@code serialNumber} and {@code proof}.
 * They are never typed (D20).
 */
final class ProofFile {
  private ProofFile() {}

  static PrinterIdentity read(Path file) {
    Map<String, String> fields = new HashMap<>();
    try {
      OwnerOnly.check(file);
      try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
        if (json.nextToken() == JsonToken.START_OBJECT) {
          for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String value = json.nextTextValue();
            fields.put(name, value == null ? "" : value);
          }
        }
      }
      return PrinterIdentity.of(
          text(fields, "series"), text(fields, "serialNumber"), text(fields, "proof"));
    } catch (IOException | IllegalArgumentException e) {
      // The cause is not quoted, because it can contain a part of the proof.
      throw CommandException.usage(
          "The proof file "
              + file
              + " cannot be read, or is not JSON with series, serialNumber and proof. Get it from"
              + " the printer itself.");
    }
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}
