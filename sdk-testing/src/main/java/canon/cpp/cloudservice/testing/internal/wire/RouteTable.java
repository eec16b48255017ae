package canon.cpp.cloudservice.testing.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds routes by method and path.
 *
 * @param <R> the type of a route
 */
public final class RouteTable<R extends RouteTable.Entry> {
  private final List<R> routes;

  public RouteTable(List<R> routes) {
    this.routes = List.copyOf(routes);
  }

  /** A method and a path. */
  public interface Entry {
    String method();

    PathTemplate path();
  }

  /** A route and the raw text of each path parameter. */
  public record Match<R>(R route, Map<String, String> rawParts) {}

  /** Returns the first route with the method and the path. */
  public Optional<Match<R>> find(String method, String rawPath) {
    return at(rawPath).filter(match -> match.route().method().equals(method)).findFirst();
  }

  /** Returns the routes with the path, whatever their methods are. */
  public Stream<Match<R>> at(String rawPath) {
    List<String> segments = PathTemplate.segments(rawPath);
    return routes.stream()
        .flatMap(
            route -> route.path().match(segments).map(parts -> new Match<>(route, parts)).stream());
  }

  /** Returns all routes. */
  public List<R> all() {
    return routes;
  }
}
