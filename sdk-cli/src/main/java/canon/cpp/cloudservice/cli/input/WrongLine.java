package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line that is not in the expected code page. */
final class WrongLine {
  private WrongLine() {}

  static CommandException undecodable(Path file, InputOptions options) {
    Charset named = options.charset();
    Charset charset = named == null ? StandardCharsets.UTF_8 : named;
    return CommandException.usage(
        file
            + ", line "
            + find(file, charset)
            + ": this is not "
            + charset
            + ". Save the file as UTF-8, or name its code page, for example --charset"
            + " windows-1252. Nothing was sent.");
  }

  private static long find(Path file, Charset charset) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 1;
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n') {
          if (!isIn(charset, line)) {
            return number;
          }
          number++;
          line.reset();
        }
      }
      return number;
    } catch (IOException e) {
      return 1;
    }
  }

  private static boolean isIn(Charset charset, ByteArrayOutputStream line) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
