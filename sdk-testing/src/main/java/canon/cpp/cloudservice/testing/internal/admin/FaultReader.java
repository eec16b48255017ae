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

  /** Returns the fault; with its hold if it holds requests. */
  record Asked(FaultSpec spec, Optional<Held> hold) {}

  /** A hold, and the fault whose requests it holds. */
  record Held(Hold hold, CompletableFuture<Void> gate) {}

  Asked read(JsonPart fault) {
    FaultSpec spec = onTheWay(fault, whom(fault));
    if (fault.has("answer") == fault.has("then")) {
      throw fault.wrong("must end with either answer or then, not with both");
    }
    Optional<JsonPart> answer = fault.object("answer");
    return answer.isPresent()
        ? new Asked(spec.with(respond(answer.get())), Optional.empty())
        : end(fault, spec);
  }

  private FaultSpec whom(JsonPart fault) {
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

  /** Returns the order in which a chain in Java usually has them. */
  private FaultSpec onTheWay(JsonPart fault, FaultSpec whom) {
    FaultSpec spec = with(whom, fault.duration("delayed").map(effects::delayed));
    spec = with(spec, fault, "tokenExpired", effects::tokenExpired);
    spec = with(spec, fault, "tokenRevoked", effects::tokenRevoked);
    spec = with(spec, fault.duration("retryAfter").map(FaultEffect::retryAfter));
    spec = with(spec, fault.instant("retryAt").map(FaultEffect::retryAt));
    spec = with(spec, fault, "garbled", FaultEffect::garbled);
    spec = with(spec, fault.optionalText("typed").map(type -> typed(fault, type)));
    spec = with(spec, fault, "truncated", FaultEffect::truncated);
    return with(spec, fault.duration("dripping").map(FaultEffect::dripping));
  }

  private static FaultSpec with(
      FaultSpec spec, JsonPart fault, String flag, Supplier<FaultEffect> one) {
    return fault.flag(flag, false) ? spec.with(one.get()) : spec;
  }

  private static FaultSpec with(FaultSpec spec, Optional<FaultEffect> effect) {
    return effect.map(spec::with).orElse(spec);
  }

  /** Not every text is valid in a header. */
  private static FaultEffect typed(JsonPart fault, String type) {
    if (!type.matches("[ -~]{1,200}")) {
      throw fault.wrong("typed", "has to be 1 to 200 visible ASCII characters");
    }
    return FaultEffect.typed(type);
  }

  private static FaultEffect respond(JsonPart answer) {
    int status = count(answer, "status", 0);
    Optional<String> code = answer.optionalText("code");
    answer.checkAllKnown();
    return code.map(id -> FaultEffect.answer(status, id))
        .orElseGet(() -> FaultEffect.answer(status));
  }

  private static Asked end(JsonPart fault, FaultSpec spec) {
    return switch (fault.text("then")) {
      case "letThrough" -> new Asked(spec.with(FaultEffect.letThrough()), Optional.empty());
      case "dropBeforeHandling" ->
          new Asked(spec.with(FaultEffect.dropBeforeHandling()), Optional.empty());
      case "dropAfterApplying" ->
          new Asked(spec.with(FaultEffect.dropAfterApplying()), Optional.empty());
      case "hold" -> hold(spec);
      default ->
          throw fault.wrong(
              "then", "must be one of letThrough, dropBeforeHandling, dropAfterApplying, hold");
    };
  }

  private static Asked hold(FaultSpec spec) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    Held held = new Held(new Hold(reached, gate), gate);
    return new Asked(spec.with(FaultEffect.hold(reached, gate)), Optional.of(held));
  }

  static int count(JsonPart part, String field, int min) {
    long count = part.number(field, Long.MIN_VALUE);
    if (count < min || count > Integer.MAX_VALUE) {
      throw part.wrong(field, "has to be a whole number of at least " + min);
    }
    return (int) count;
  }
}
