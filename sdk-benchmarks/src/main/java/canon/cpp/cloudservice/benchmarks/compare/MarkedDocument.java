package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with places that are written by a program, between two comments each. */
final class MarkedDocument {
  private static final String END = "<!-- end of figures -->";

  private String text;

  private MarkedDocument(String text) {
    this.text = text;
  }

  static MarkedDocument read(Path file) throws IOException {
    return new MarkedDocument(Files.readString(file));
  }

  /** Replaces what stands after {@code <!-- figures: name -->}. */
  void replace(String name, String figures) {
    String begin = "<!-- figures: " + name + " -->";
    int start = text.indexOf(begin);
    int end = text.indexOf(END, Math.max(0, start));
    if (start < 0 || end < 0) {
      throw new IllegalStateException("The document has no place for the figures " + name);
    }
    text =
        text.substring(0, start + begin.length()) + "\n\n" + figures + "\n" + text.substring(end);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text);
  }
}
