package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.IncomingRequest;
import canon.cpp.cloudservice.testing.internal.faults.FaultEffect;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.faults.ServiceEffects;
import canon.cpp.cloudservice.testing.internal.state.AccountReader;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads a fault: its conditions, its effects, and how it ends. */
final class FaultReader {
  private final ServiceEffects effects;
  private final Set<String> operations;

  FaultReader(ServiceEffects effects, Set<String> operations) {
    this.effects = effects;
    this.operations = operations;
  }

  /** A fault, and its hold if it holds requests. */
  record RequestedFault(FaultSpec spec, Optional<Held> hold) {}

  /** A hold, and the fault whose requests it holds. */
  record Held(Hold hold, CompletableFuture<Void> gate) {}

  RequestedFault read(JsonPart fault) {
    FaultSpec spec = withEffects(fault, withConditions(fault));
    if (fault.has("respond") == fault.has("then")) {
      throw fault.wrong("must end with either respond or then, not with both");
    }
    Optional<JsonPart> response = fault.object("respond");
    return response.isPresent()
        ? new RequestedFault(spec.with(respond(response.get())), Optional.empty())
        : end(fault, spec);
  }

  private FaultSpec withConditions(JsonPart fault) {
    Optional<String> operation = fault.optionalText("on");
    if (operation.isPresent() && !operations.contains(operation.get())) {
      throw fault.wrong("on", "is not the name of an operation; the operations are " + operations);
    }
    FaultSpec spec = FaultSpec.on(operation.orElse(null));
    if (fault.has("by")) {
      spec = spec.by(AccountReader.account(fault.part("by")));
    }
    if (fault.has("when")) {
      spec = spec.when(condition(fault.part("when")));
    }
    if (fault.has("skip")) {
      spec = spec.skipping(count(fault, "skip", 0));
    }
    return fault.has("times") ? spec.times(count(fault, "times", 1)) : spec;
  }

  private static Predicate<IncomingRequest> condition(JsonPart when) {
    Predicate<IncomingRequest> condition =
        same(when.optionalText("method"), IncomingRequest::method)
            .and(same(when.optionalText("path"), IncomingRequest::path))
            .and(same(when.optionalText("query"), IncomingRequest::query))
            .and(same(when.optionalText("idempotencyKey"), IncomingRequest::idempotencyKey));
    if (when.has("attempt")) {
      int attempt = count(when, "attempt", 1);
      condition = condition.and(request -> request.attempt() == attempt);
    }
    when.checkAllKnown();
    return condition;
  }

  private static Predicate<IncomingRequest> same(
      Optional<String> wanted, Function<IncomingRequest, ?> actual) {
    return request -> wanted.isEmpty() || wanted.get().equals(actual.apply(request));
  }

  /** Adds the effects in the order that a chain in Java usually has. */
  private FaultSpec withEffects(JsonPart fault, FaultSpec conditions) {
    FaultSpec spec = with(conditions, fault.duration("delayed").map(effects::delayed));
    spec = with(spec, fault, "tokenExpired", effects::tokenExpired);
    spec = with(spec, fault, "tokenRevoked", effects::tokenRevoked);
    spec = with(spec, fault.duration("retryAfter").map(FaultEffect::retryAfter));
    spec = with(spec, fault.instant("retryAt").map(FaultEffect::retryAt));
    spec = with(spec, fault, "malformedBody", FaultEffect::malformedBody);
    spec = with(spec, fault.optionalText("contentType").map(type -> withContentType(fault, type)));
    spec = with(spec, fault, "truncatedBody", FaultEffect::truncatedBody);
    return with(spec, fault.duration("slowBody").map(FaultEffect::slowBody));
  }

  private static FaultSpec with(
      FaultSpec spec, JsonPart fault, String flag, Supplier<FaultEffect> one) {
    return fault.flag(flag, false) ? spec.with(one.get()) : spec;
  }

  private static FaultSpec with(FaultSpec spec, Optional<FaultEffect> effect) {
    return effect.map(spec::with).orElse(spec);
  }

  /** Not every text is valid in a header. */
  private static FaultEffect withContentType(JsonPart fault, String type) {
    if (!type.matches("[ -~]{1,200}")) {
      throw fault.wrong("contentType", "must be 1 to 200 visible ASCII characters");
    }
    return FaultEffect.withContentType(type);
  }

  private static FaultEffect respond(JsonPart response) {
    int status = count(response, "status", 0);
    Optional<String> code = response.optionalText("code");
    response.checkAllKnown();
    return code.map(id -> FaultEffect.respond(status, id))
        .orElseGet(() -> FaultEffect.respond(status));
  }

  private static RequestedFault end(JsonPart fault, FaultSpec spec) {
    return switch (fault.text("then")) {
      case "passThrough" ->
          new RequestedFault(spec.with(FaultEffect.passThrough()), Optional.empty());
      case "dropBeforeHandling" ->
          new RequestedFault(spec.with(FaultEffect.dropBeforeHandling()), Optional.empty());
      case "dropAfterApplying" ->
          new RequestedFault(spec.with(FaultEffect.dropAfterApplying()), Optional.empty());
      case "hold" -> hold(spec);
      default ->
          throw fault.wrong(
              "then", "must be one of passThrough, dropBeforeHandling, dropAfterApplying, hold");
    };
  }

  private static RequestedFault hold(FaultSpec spec) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    Held held = new Held(new Hold(reached, gate), gate);
    return new RequestedFault(spec.with(FaultEffect.hold(reached, gate)), Optional.of(held));
  }

  static int count(JsonPart part, String field, int min) {
    long count = part.number(field, Long.MIN_VALUE);
    if (count < min || count > Integer.MAX_VALUE) {
      throw part.wrong(field, "must be a whole number of at least " + min);
    }
    return (int) count;
  }
}
