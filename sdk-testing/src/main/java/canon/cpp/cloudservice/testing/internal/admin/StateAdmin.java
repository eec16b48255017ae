package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.state.StateReader;
import canon.cpp.cloudservice.testing.internal.state.StateWriter;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The state of the fake: read, replaced, and reset to the seed. */
final class StateAdmin {
  private static final String PATH = "/state";

  /**
   * A state is larger than any request to the service; this limit is enough for about 200,000
   * users.
   */
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

  private final FakeContext parts;
  private final StateData seed;

  StateAdmin(FakeContext parts, StateData seed) {
    this.parts = parts;
    this.seed = seed;
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("getState", "GET", PATH, this::get),
        AdminOperation.of("putState", "PUT", PATH, this::put).reading(MAX_BODY_BYTES),
        AdminOperation.of("resetState", "DELETE", PATH, this::reset));
  }

  private ObjectNode get(AdminRequest request) {
    return StateWriter.write(parts.atomically(() -> parts.keeper().take(parts.clock().instant())));
  }

  private ObjectNode put(AdminRequest request) {
    return remember(StateReader.read(request.json()));
  }

  private ObjectNode reset(AdminRequest request) {
    return remember(seed);
  }

  private ObjectNode remember(StateData state) {
    return parts.atomically(
        () -> {
          parts.keeper().put(state);
          return count(state);
        });
  }

  private static ObjectNode count(StateData state) {
    return Json.object()
        .put("sites", state.sites().size())
        .put("members", state.sites().stream().mapToInt(site -> site.members().size()).sum())
        .put("printers", state.sites().stream().mapToInt(site -> site.printers().size()).sum());
  }
}
