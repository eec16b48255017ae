package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The requests that were answered or dropped, in order of arrival. */
public final class IdentityLogBook {
  private final Map<Long, IdentityRequest> entries = new ConcurrentSkipListMap<>();

  void write(WebRequest request, Instant at, IdentityEndpoint endpoint, WebResponse answer) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(request.query().toMap());
    parameters.putAll(request.form().toMap());
    entries.put(
        request.number(),
        new IdentityRequest(
            request.number(),
            at,
            endpoint,
            request.method(),
            request.path(),
            parameters,
            request.headers(),
            answer.status(),
            answer.error().orElse(null)));
  }

  public List<IdentityRequest> entries() {
    return List.copyOf(entries.values());
  }

  public void clear() {
    entries.clear();
  }
}
