package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.compare.Rounds.Protocol;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures processes that make one call: the classes that they load, and the time. */
final class ColdStarts {
  private static final String SOURCE = " source: ";

  private final Forks forks;
  private final Figures figures;
  private final Path classLog;
  private final Map<List<Object>, String> classPaths = new HashMap<>();

  ColdStarts(Forks forks, Figures figures, Path folder) {
    this.forks = forks;
    this.figures = figures;
    this.classLog = folder.resolve("classes.log");
  }

  /**
   * Counts the classes that the first call loads, and notes where they are, because {@link
   * #measure} gives each client only what it needs. Otherwise one would open the jars of all
   * others.
   */
  void countClasses(Protocol protocol, Peer peer, String address)
      throws IOException, InterruptedException {
    Files.deleteIfExists(classLog);
    forks.run(
        Jdks.current(),
        List.of("-Xlog:class+load:file=" + classLog),
        Forks.CLASS_PATH,
        ColdStart.class,
        List.of(peer.name(), address));
    List<String> sources;
    try (Stream<String> lines = Files.lines(classLog)) {
      sources =
          lines
              .filter(line -> line.contains(SOURCE))
              .map(line -> line.substring(line.indexOf(SOURCE) + SOURCE.length()))
              .toList();
    }
    figures.add(sources.size(), "classes", protocol, peer);
    classPaths.put(List.of(protocol, peer), classPath(sources));
  }

  private static String classPath(List<String> sources) {
    Set<Path> used =
        sources.stream()
            .filter(source -> source.startsWith("file:"))
            .distinct()
            .map(source -> Path.of(URI.create(source)))
            .collect(Collectors.toSet());
    return Arrays.stream(Forks.CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> used.contains(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Measures the time from the start of the process to the end of its first call. */
  void measure(int version, Path java, Protocol protocol, Peer peer, String address)
      throws IOException, InterruptedException {
    Forks.Output output =
        forks.run(
            java,
            List.of(),
            classPaths.get(List.of(protocol, peer)),
            ColdStart.class,
            List.of(peer.name(), address));
    figures.add(output.firstLine().toNanos() / 1e6, "cold", version, protocol, peer, "time");
  }
}
