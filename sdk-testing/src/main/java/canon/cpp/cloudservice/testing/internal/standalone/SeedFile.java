package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.state.StateReader;
import canon.cpp.cloudservice.testing.internal.wire.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Reads a seed from a file, with precise errors. */
final class SeedFile {
  private SeedFile() {}

  /** Returns an empty seed; it does not load the JSON library. */
  static StateData empty() {
    return new StateData(
        List.of(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        List.of(),
        List.of(),
        new StateData.Counters(0, 0, 0, 0));
  }

  /**
   * Reads a seed.
   *
   * @throws CannotStartException if it cannot be read; says in which line
   */
  static StateData read(Path file) {
    String text = text(file);
    try {
      return StateReader.read(text);
    } catch (MalformedJsonException e) {
      throw new CannotStartException(
          file
              + ", line "
              + JsonLines.lineOf(text, e.path())
              + ": "
              + e.path()
              + " "
              + e.problem());
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(file + ": " + e.getMessage());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new CannotStartException("There is no file " + file);
    } catch (AccessDeniedException e) {
      throw new CannotStartException(file + " may not be read");
    } catch (CharacterCodingException e) {
      throw new CannotStartException(file + " is not UTF-8");
    } catch (IOException e) {
      throw new CannotStartException(file + " cannot be read: " + e.getMessage());
    }
  }
}
