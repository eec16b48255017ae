package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the removals that other journals of a folder have. Bulk jobs and plans count together:
 * otherwise one would be a way round the ceiling of the other.
 */
final class RecentRemovals {
  /** A header is one line; what has no line end before is not a journal. */
  private static final int LONGEST_HEADER = 8_192;

  private static final List<Set<String>> SAME_MEMBERS =
      List.of(
          Set.of("removeUsers", "applyUserPlan"),
          Set.of("removeAdministrators", "applyAdministratorPlan"));

  private RecentRemovals() {}

  /**
   * Counts removals of the same operation at the same site, or of one that removes the same.
   *
   * @param journal the journal of the job, which does not count
   * @param job the job
   * @param since removals before do not count
   * @throws JournalException if a journal cannot be read
   */
  static long count(Path journal, JobHeader job, Instant since) {
    long count = 0;
    for (Path file : siblings(journal.toAbsolutePath())) {
      count += countIn(file, job, since);
    }
    return count;
  }

  private static List<Path> siblings(Path journal) {
    List<Path> found = new ArrayList<>();
    Path folder = journal.getParent();
    if (folder == null) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.equals(journal))
          .sorted()
          .forEach(found::add);
    } catch (NoSuchFileException e) {
      // There are no journals yet.
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    return found;
  }

  private static long countIn(Path path, JobHeader job, Instant since) {
    JobHeader header = headerOf(path);
    if (header == null
        || !header.site().equals(job.site())
        || !removeTheSame(header.operation(), job.operation())) {
      return 0;
    }
    long[] count = {0};
    try (JournalFile file = JournalFile.forReading(path)) {
      file.readAll((line, offset) -> count[0] += isRecentRemoval(line, since) ? 1 : 0);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return count[0];
  }

  private static boolean removeTheSame(String operation, String other) {
    return operation.equals(other)
        || SAME_MEMBERS.stream().anyMatch(same -> same.containsAll(List.of(operation, other)));
  }

  private static boolean isRecentRemoval(JournalLine line, Instant since) {
    return line.isFinished()
        && !line.isCarried()
        && line.result() == ItemResult.DONE
        && line.removes()
        && line.finishedAt().isAfter(since);
  }

  /** Returns the header of a journal; null if the file is not one. */
  private static @Nullable JobHeader headerOf(Path path) {
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      char[] start = new char[LONGEST_HEADER];
      int length = reader.read(start, 0, start.length);
      String text = length < 0 ? "" : new String(start, 0, length);
      int end = text.indexOf('\n');
      JournalLine line =
          end < 0
              ? null
              : JournalLine.parse(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
      return line == null || !line.isHeader() ? null : line.toHeader();
    } catch (MalformedInputException e) {
      return null;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static JournalException unreadable(Path path, IOException e) {
    return new JournalException(
        "The removals of the last 7 days cannot be counted, because "
            + path
            + " cannot be read: "
            + e.getMessage()
            + ". Keep journals in a folder of their own.",
        e);
  }
}
