package canon.cpp.cloudservice.testing.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with parameters, such as {@code /v1/users/{userKey}}. A parameter is a whole segment, or a
 * segment with a fixed suffix, such as {@code {account}:signJwt}. The template is matched against
 * the raw path, which is split at slashes before decoding, so that an encoded slash stays in its
 * segment.
 */
public final class PathTemplate {
  private final String text;
  private final List<String> segments;

  public PathTemplate(String text) {
    this.text = text;
    this.segments = segments(text);
  }

  /** Returns the raw text of each parameter if the path matches. */
  public Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      String actual = path.get(i);
      int end = segment.indexOf('}');
      String suffix = segment.substring(end + 1);
      if (end > 0 && actual.length() > suffix.length() && actual.endsWith(suffix)) {
        parts.put(
            segment.substring(1, end), actual.substring(0, actual.length() - suffix.length()));
      } else if (!PercentDecoder.decode(actual).equals(Optional.of(segment))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /** Returns the raw segments of a path. */
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

  /** Returns the template. */
  @Override
  public String toString() {
    return text;
  }
}
