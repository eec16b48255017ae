package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of the fake, which stands still until a request advances it. */
final class ClockAdmin {
  private final FakeClock clock;

  ClockAdmin(FakeClock clock) {
    this.clock = clock;
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("getClock", "GET", "/clock", this::get),
        AdminOperation.of("setClock", "PUT", "/clock", this::set),
        AdminOperation.of("advanceClock", "POST", "/clock/advance", this::advance));
  }

  private ObjectNode get(AdminRequest request) {
    return now();
  }

  private ObjectNode set(AdminRequest request) {
    Instant wanted =
        request.read(
            body -> body.instant("now").orElseThrow(() -> body.wrong("now", "is missing")));
    return move(Duration.between(clock.instant(), wanted));
  }

  private ObjectNode advance(AdminRequest request) {
    return move(
        request.read(
            body -> body.duration("by").orElseThrow(() -> body.wrong("by", "is missing"))));
  }

  private ObjectNode move(Duration by) {
    if (by.isNegative()) {
      throw AdminProblem.TIME_RUNS_FORWARD.rejection(
          "The time is " + clock.instant() + ". Name a later time, or restart the fake.");
    }
    clock.advance(by);
    return now();
  }

  private ObjectNode now() {
    return Json.object().put("now", clock.instant().toString());
  }
}
