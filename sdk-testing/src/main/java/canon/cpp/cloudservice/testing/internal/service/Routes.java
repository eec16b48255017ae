package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.PathTemplate;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the operation of a request. */
public final class Routes {
  private final RouteTable<Operation> table;
  private final Set<String> names;

  public Routes(List<Operation> operations) {
    table = new RouteTable<>(operations);
    names = operations.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<Match<Operation>> find(String method, String rawPath) {
    return table.find(method, rawPath);
  }

  /** Returns the sorted names of all operations. */
  public Set<String> names() {
    return names;
  }

  /** Returns a path without anything that could identify a person or a printer. */
  public String templateOf(String rawPath) {
    return table
        .at(rawPath)
        .map(match -> match.route().path().toString())
        .findFirst()
        .orElseGet(
            () ->
                PathTemplate.segments(rawPath).stream()
                    .map(segment -> segment.matches("[a-z0-9-]{0,32}") ? segment : "{...}")
                    .collect(Collectors.joining("/")));
  }
}
