package canon.cpp.cloudservice.testing.internal.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Finds the line of a part of a JSON document. */
final class JsonLines {
  private JsonLines() {}

  /**
   * Returns the line of a part, or of its parent if it is missing.
   *
   * @param json a document without mistakes
   * @param path such as {@code $.sites[0].members[1].email}
   */
  static int lineOf(String json, String path) {
    int line = 1;
    int found = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        String here = path(parser.getParsingContext());
        if (here.length() > found && leadsTo(here, path)) {
          found = here.length();
          line = parser.currentTokenLocation().getLineNr();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line;
  }

  private static boolean leadsTo(String here, String path) {
    return path.startsWith(here)
        && (path.length() == here.length() || ".[".indexOf(path.charAt(here.length())) >= 0);
  }

  private static String path(JsonStreamContext context) {
    if (context.inRoot()) {
      return "$";
    }
    String outside = path(context.getParent());
    if (context.inArray()) {
      return context.hasCurrentIndex() ? outside + "[" + context.getCurrentIndex() + "]" : outside;
    }
    return context.hasCurrentName() ? outside + "." + context.getCurrentName() : outside;
  }
}
