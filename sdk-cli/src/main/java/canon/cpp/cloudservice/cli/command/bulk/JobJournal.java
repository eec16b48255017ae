package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a job. If the user names none, the name follows from operation and input, so that
 * the same command continues. After the end it is put aside, so that the same command later is a
 * new job; removals of the last days are still counted.
 */
public final class JobJournal {
  private static final String JSONL = ".jsonl";
  private static final String DONE = ".done";
  private static final Duration KEPT = Duration.ofDays(8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path file;
  private final boolean named;

  private JobJournal(Path file, boolean named) {
    this.file = file;
    this.named = named;
  }

  /**
   * Returns the journal of a job.
   *
   * @param named the file that the user names, or null
   * @param folder the folder of the journals of the site
   */
  public static JobJournal of(@Nullable Path named, Path folder, String operation, String digest) {
    if (named != null) {
      return new JobJournal(named, true);
    }
    return new JobJournal(
        OwnerOnly.folder(folder).resolve(operation + "-" + digest + JSONL), false);
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Puts the journal of a finished job aside, and deletes old ones, because they have addresses.
   */
  public void finished(Clock clock) {
    if (named) {
      return;
    }
    try {
      Instant now = clock.instant();
      Path unused = Files.move(file, free(TIME.format(now)));
      deleteBefore(TIME.format(now.minus(KEPT)));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "The job has finished, but its journal "
              + file
              + " cannot be put aside: "
              + e.getMessage()
              + ". Move it away before the next job with the same input.",
          e);
    }
  }

  private Path free(String time) {
    Path done = file.resolveSibling(file.getFileName() + "." + time + DONE);
    for (int i = 2; Files.exists(done); i++) {
      done = file.resolveSibling(file.getFileName() + "." + time + "-" + i + DONE);
    }
    return done;
  }

  private void deleteBefore(String time) throws IOException {
    try (DirectoryStream<Path> done = Files.newDirectoryStream(parent(), "*" + DONE)) {
      for (Path old : done) {
        String name = String.valueOf(old.getFileName());
        String ended = name.substring(name.indexOf(JSONL) + JSONL.length() + 1);
        if (ended.compareTo(time) < 0) {
          Files.delete(old);
        }
      }
    }
  }

  private Path parent() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of("") : parent;
  }
}
