package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The targets of all links in the documents exist, including headings. */
class LinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK =
      Pattern.compile("]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path document : documents()) {
      assertThat(
              LINK.matcher(Files.readString(document))
                  .results()
                  .filter(link -> !leadsSomewhere(document, link))
                  .map(MatchResult::group))
          .as("dead links of %s", document)
          .isEmpty();
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    }
  }

  private static boolean leadsSomewhere(Path document, MatchResult link) {
    Path target =
        link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    try {
      String anchor = link.group(2);
      if (anchor == null) {
        return true;
      }
      String text = Files.readString(target);
      return text.contains("<a id=\"" + anchor + "\">")
          || HEADING
              .matcher(text)
              .results()
              .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The anchor that GitHub creates for a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
