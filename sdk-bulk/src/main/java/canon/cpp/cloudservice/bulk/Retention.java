package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.file.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes old journals, plans, snapshots and portfolio reports, because they contain personal data.
 *
 * <pre>{@code
 * List<Path> deleted = Retention.of(Duration.ofDays(90)).purge(Path.of("journals"));
 * }</pre>
 *
 * <p>Only files that begin as one of these files does are deleted; all others stay. Immutable.
 */
@CheckReturnValue
public final class Retention {
  private static final Duration SHORTEST = Duration.ofDays(8);

  private final Duration age;
  private final Clock clock;

  private Retention(Duration age, Clock clock) {
    this.age = age;
    this.clock = clock;
  }

  /**
   * Returns a retention.
   *
   * @param age how long files are kept after they were last written, at least 8 days: the ceiling
   *     counts the removals of the last 7 days in the journals
   * @return the retention
   * @throws IllegalArgumentException if the duration is shorter than 8 days
   */
  public static Retention of(Duration age) {
    if (age.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "Keep files at least "
              + SHORTEST.toDays()
              + " days, because the ceiling counts the removals of the last 7 days in the journals");
    }
    return new Retention(age, Clock.systemUTC());
  }

  /**
   * Sets the clock that file times are compared with. The default is the system clock.
   *
   * @param clock the clock
   * @return a retention with this clock
   */
  public Retention clock(Clock clock) {
    return new Retention(age, requireNonNull(clock, "clock"));
  }

  /**
   * Finds the files that {@link #purge} would delete.
   *
   * @param folder the folder; folders in it are not searched, and links are not followed
   * @return the files in the order of their names
   * @throws UncheckedIOException if the folder or a file cannot be read
   */
  public List<Path> find(Path folder) {
    try {
      return OwnFiles.writtenBefore(folder, clock.instant().minus(age));
    } catch (IOException e) {
      throw new UncheckedIOException("Old files of " + folder + " cannot be found", e);
    }
  }

  /**
   * Deletes the files that are older. A job that was not finished cannot be continued afterwards.
   *
   * @param folder the folder
   * @return the files that were deleted
   * @throws UncheckedIOException if a file cannot be read or deleted
   */
  @CanIgnoreReturnValue
  public List<Path> purge(Path folder) {
    List<Path> deleted = new ArrayList<>();
    for (Path file : find(folder)) {
      try {
        if (Files.deleteIfExists(file)) {
          deleted.add(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The file " + file + " cannot be deleted", e);
      }
    }
    return List.copyOf(deleted);
  }

  /** Returns the age. */
  @Override
  public String toString() {
    return "Retention[" + age + "]";
  }
}
