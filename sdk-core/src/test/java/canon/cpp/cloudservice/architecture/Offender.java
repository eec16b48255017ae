package canon.cpp.cloudservice.architecture;

import canon.cpp.cloudservice.architecture.internal.Hidden;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Violates every rule of {@link ArchitectureTest}. */
@SuppressWarnings("all")
public abstract class Offender implements Flow.Publisher<String> {
  HttpClient client;

  protected abstract Map<String, ? extends List<JsonNode[]>> jackson();

  public abstract <T extends Hidden> void internal(T hidden);

  void optional(Optional<String> value) {}

  static class Checked extends Exception {}
}
