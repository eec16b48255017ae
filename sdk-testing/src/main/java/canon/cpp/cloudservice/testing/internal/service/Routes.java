package canon.cpp.cloudservice.testing.internal.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the operation of a request. */
public final class Routes {
  private final Map<String, List<Operation>> byMethod;
  private final Set<String> names;

  public Routes(List<Operation> operations) {
    byMethod = operations.stream().collect(Collectors.groupingBy(Operation::method));
    names = operations.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** An operation and the raw text of each path parameter. */
  public record Match(Operation operation, Map<String, String> rawParts) {}

  public Optional<Match> find(String method, String rawPath) {
    List<String> segments = PathTemplate.segments(rawPath);
    return byMethod.getOrDefault(method, List.of()).stream()
        .map(operation -> match(operation, segments))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns the sorted names of all operations. */
  public Set<String> names() {
    return names;
  }

  /** Returns a path without anything that could identify a person or a printer. */
  public String templateOf(String rawPath) {
    List<String> segments = PathTemplate.segments(rawPath);
    Function<Operation, Optional<Match>> match = operation -> match(operation, segments);
    return byMethod.values().stream()
        .flatMap(List::stream)
        .map(match)
        .flatMap(Optional::stream)
        .map(found -> found.operation().path().toString())
        .findFirst()
        .orElseGet(
            () ->
                segments.stream()
                    .map(segment -> segment.matches("[a-z0-9-]{0,32}") ? segment : "{...}")
                    .collect(Collectors.joining("/")));
  }

  private static Optional<Match> match(Operation operation, List<String> segments) {
    return operation.path().match(segments).map(parts -> new Match(operation, parts));
  }
}
