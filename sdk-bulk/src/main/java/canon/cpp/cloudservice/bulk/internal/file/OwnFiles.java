package canon.cpp.cloudservice.bulk.internal.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Recognises the files of this module by their first two fields, {@code type} and version. */
public final class OwnFiles {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> TYPES =
      Set.of("job", "membershipPlan", "snapshot", "portfolio-report");

  private OwnFiles() {}

  /** Returns the files of a folder that were last written before a time, ordered by name. */
  public static List<Path> writtenBefore(Path folder, Instant time) throws IOException {
    Set<Path> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(file).toInstant().isBefore(time)
            && isOwn(file)) {
          found.add(file);
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isOwn(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && "type".equals(parser.nextFieldName())
          && parser.nextToken() == JsonToken.VALUE_STRING
          && TYPES.contains(parser.getText())
          && "version".equals(parser.nextFieldName())
          && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
    } catch (JsonProcessingException | CharConversionException e) {
      return false;
    }
  }
}
