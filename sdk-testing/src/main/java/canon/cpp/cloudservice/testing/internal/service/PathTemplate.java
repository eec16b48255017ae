package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.PercentDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named parts, such as {@code /v1/users/{userKey}}. It is compared with the raw path,
 * cut at its slashes before anything is decoded: an escaped slash stays in its part.
 */
public final class PathTemplate {
  private final String text;
  private final List<String> segments;

  public PathTemplate(String text) {
    this.text = text;
    this.segments = segments(text);
  }

  /** The raw text of each named part, if the path has this form. */
  public Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      String actual = path.get(i);
      if (segment.startsWith("{") && !actual.isEmpty()) {
        parts.put(segment.substring(1, segment.length() - 1), actual);
      } else if (!PercentDecoder.decode(actual).equals(Optional.of(segment))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /** The raw pieces of a path between its slashes. */
  public static List<String> segments(String rawPath) {
    List<String> segments = new ArrayList<>();
    int begin = 0;
    for (int slash = rawPath.indexOf('/'); slash >= 0; slash = rawPath.indexOf('/', begin)) {
      segments.add(rawPath.substring(begin, slash));
      begin = slash + 1;
    }
    segments.add(rawPath.substring(begin));
    return segments;
  }

  /** The template itself. */
  @Override
  public String toString() {
    return text;
  }
}
