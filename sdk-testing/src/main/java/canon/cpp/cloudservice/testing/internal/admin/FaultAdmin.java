package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.faults.CountedRules.Counted;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults. Removing a fault releases the requests that it holds. */
final class FaultAdmin {
  private static final String PATH = "/faults";
  private static final String ONE = PATH + "/{faultId}";
  private static final String PREFIX = "flt_";

  private final FakeContext parts;
  private final FaultReader reader;
  private final Map<Long, Hold> holds = new ConcurrentHashMap<>();

  FaultAdmin(FakeContext parts) {
    this.parts = parts;
    this.reader = new FaultReader(parts.effects(), parts.operationNames());
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("listFaults", "GET", PATH, this::list),
        AdminOperation.of("addFault", "POST", PATH, this::add),
        AdminOperation.of("clearFaults", "DELETE", PATH, this::clear),
        AdminOperation.of("removeFault", "DELETE", ONE, this::remove),
        AdminOperation.of("releaseFault", "POST", ONE + "/release", this::release),
        AdminOperation.of("startChaos", "PUT", "/chaos", this::startChaos),
        AdminOperation.of("startRateLimit", "PUT", "/rate-limit", this::startRateLimit));
  }

  private ObjectNode list(AdminRequest request) {
    ObjectNode json = Json.object();
    ArrayNode faults = json.putArray("faults");
    parts.faults().all().forEach(known -> faults.add(json(known)));
    parts.faults().chaosSeed().ifPresent(seed -> json.put("chaosSeed", seed));
    parts
        .faults()
        .rateLimit()
        .ifPresent(
            limit ->
                json.putObject("rateLimit")
                    .put("requests", limit.requests())
                    .put("period", limit.period().toString()));
    return json;
  }

  private ObjectNode add(AdminRequest request) {
    FaultReader.RequestedFault asked = request.read(reader::read);
    asked.hold().ifPresent(hold -> parts.faults().addGate(hold.gate()));
    long number = parts.faults().add(asked.spec());
    asked.hold().ifPresent(hold -> holds.put(number, hold.hold()));
    return json(new Counted<>(number, asked.spec(), 0));
  }

  private ObjectNode clear(AdminRequest request) {
    parts.faults().clear();
    holds.values().forEach(Hold::release);
    holds.clear();
    return list(request);
  }

  private ObjectNode remove(AdminRequest request) {
    long number = number(request);
    if (!parts.faults().remove(number)) {
      throw noSuchFault();
    }
    Optional.ofNullable(holds.remove(number)).ifPresent(Hold::release);
    return list(request);
  }

  private ObjectNode release(AdminRequest request) {
    Hold hold = holds.get(number(request));
    if (hold == null) {
      throw AdminProblem.NOT_FOUND.rejection(
          "No fault with this id holds requests; GET /_fake/faults lists all.");
    }
    hold.release();
    return list(request);
  }

  private ObjectNode startChaos(AdminRequest request) {
    long seed =
        request.read(
            body -> {
              if (!body.has("seed")) {
                throw body.wrong("seed", "is missing; any whole number is valid");
              }
              return body.number("seed", 0);
            });
    parts.faults().startChaos(seed, parts.effects());
    return list(request);
  }

  private ObjectNode startRateLimit(AdminRequest request) {
    parts
        .faults()
        .startRateLimit(
            request.read(
                body -> {
                  Duration period =
                      body.duration("period")
                          .orElseThrow(() -> body.wrong("period", "is missing; for example PT1S"));
                  return parts.effects().rateLimit(FaultReader.count(body, "requests", 1), period);
                }));
    return list(request);
  }

  private ObjectNode json(Counted<FaultSpec> known) {
    ObjectNode json =
        Json.object()
            .put("id", PREFIX + known.number())
            .put("description", known.rule().toString())
            .put("happened", known.happened());
    Hold hold = holds.get(known.number());
    return hold == null ? json : json.put("holds", hold.reached().isDone());
  }

  private static long number(AdminRequest request) {
    String id = request.part("faultId");
    if (!id.matches(PREFIX + "[0-9]{1,18}")) {
      throw noSuchFault();
    }
    return Long.parseLong(id.substring(PREFIX.length()));
  }

  private static ProblemException noSuchFault() {
    return AdminProblem.NOT_FOUND.rejection("There is no such fault; GET /_fake/faults lists all.");
  }
}
