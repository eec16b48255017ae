package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path template, and the handler for them. */
public final class Route {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)\\}");

  private final IdentityEndpoint endpoint;
  private final String method;
  private final Pattern path;
  private final List<String> variables;
  private final WebHandler handler;

  private Route(IdentityEndpoint endpoint, String method, String path, WebHandler handler) {
    this.endpoint = endpoint;
    this.method = method;
    this.variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    this.path = Pattern.compile(pattern(path));
    this.handler = handler;
  }

  public static Route get(IdentityEndpoint endpoint, String path, WebHandler handler) {
    return new Route(endpoint, "GET", path, handler);
  }

  public static Route post(IdentityEndpoint endpoint, String path, WebHandler handler) {
    return new Route(endpoint, "POST", path, handler);
  }

  IdentityEndpoint endpoint() {
    return endpoint;
  }

  boolean isFor(String requested) {
    return method.equals(requested);
  }

  WebResponse answer(WebRequest request) {
    return handler.answer(request);
  }

  /** Returns the path parameters, if the path matches this route. */
  Optional<Map<String, String>> match(String requested) {
    Matcher matcher = path.matcher(requested);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    variables.forEach(name -> found.put(name, matcher.group(name)));
    return Optional.of(found);
  }

  private static String pattern(String path) {
    Matcher matcher = VARIABLE.matcher(path);
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(path.substring(end, matcher.start())));
      pattern.append("(?<").append(matcher.group(1)).append(">[^/]+)");
      end = matcher.end();
    }
    return pattern.append(Pattern.quote(path.substring(end))).toString();
  }
}
