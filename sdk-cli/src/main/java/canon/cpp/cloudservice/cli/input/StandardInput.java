package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard input, in a file that only the user can read, because a job reads it several times. */
public final class StandardInput implements AutoCloseable {
  private final Path file;

  private StandardInput(Path file) {
    this.file = file;
  }

  /** Reads standard input to its end. */
  public static StandardInput copy(InputStream in, Path folder) {
    Path file = folder.resolve("input." + ProcessHandle.current().pid() + ".csv");
    try {
      OwnerOnly.createFolder(folder);
      OwnerOnly.create(file);
      try (var out = Files.newOutputStream(file)) {
        long unused = in.transferTo(out);
      }
      return new StandardInput(file);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "Standard input cannot be stored in " + folder + ": " + e.getMessage() + ".",
          e);
    }
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
