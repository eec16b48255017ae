package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.output.CsvDialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file was written, from its beginning. */
final class DialectDetector {
  private static final int BEGINNING = 65_536;
  private static final String DELIMITERS = ",;\t|";

  private DialectDetector() {}

  static CsvDialect detect(Path file, InputOptions options) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(BEGINNING);
    }
    Charset marked = byteOrderMark(start);
    Charset named = options.charset();
    Charset charset = marked != null ? marked : named != null ? named : StandardCharsets.UTF_8;
    String line = firstLine(new String(start, charset));
    Character delimiter = options.delimiter();
    return new CsvDialect(
        charset,
        marked != null,
        delimiter == null ? mostFrequent(line) : delimiter,
        line.endsWith("\r"));
  }

  private static @Nullable Charset byteOrderMark(byte[] start) {
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(start, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return begins(start, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean begins(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static char mostFrequent(String line) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      int which = DELIMITERS.indexOf(line.charAt(i));
      if (!quoted && which >= 0) {
        counts[which]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }
}
