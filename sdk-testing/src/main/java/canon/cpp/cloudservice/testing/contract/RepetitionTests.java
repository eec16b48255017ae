package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.Hold;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Changes that are sent again under their idempotency key. */
abstract class RepetitionTests extends ContractTests {
  RepetitionTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @TestFactory
  Stream<DynamicTest> repeatedChangeReturnsTheStoredResponse() {
    return forEach(
        ContractOperation::isChange,
        operation -> {
          KeyedChange change = change(operation);
          RawResponse first = change.send();
          RawResponse again = change.send();

          first.isOk();
          again.isOk();
          assertEquals(first.json(), again.json());
          assertEquals(Optional.empty(), first.header("Idempotency-Replayed"));
          assertEquals(Optional.of("true"), again.header("Idempotency-Replayed"));
          assertNotEquals(first.header("X-Request-Id"), again.header("X-Request-Id"));
        });
  }

  @TestFactory
  Stream<DynamicTest> keyReusedForAnotherRequestIsRejected() {
    return forEach(
        ContractOperation::isChange,
        operation -> {
          KeyedChange change = change(operation);
          change.send().isOk();
          change.sendOther().isRejected("422 idempotency-key-reused");
        });
  }

  @TestFactory
  Stream<DynamicTest> changeInProgressIsNotStartedAgain() {
    Disturbances disturbances =
        endpoint().disturbances().orElseThrow(missing("means to hold a request"));
    return forEach(
        ContractOperation::isChange,
        operation -> {
          KeyedChange change = change(operation);
          Hold hold = disturbances.holdNext(operation.id());
          atEnd(hold::release);
          CompletableFuture<RawResponse> first = change.sendAsync();
          awaitHeld(hold, first);

          RawResponse second = change.send();
          hold.release();

          second.isRejected("409 idempotency-key-in-progress");
          assertTrue(second.header("Retry-After").isPresent(), "no Retry-After");
          RawResponse result = RawClient.await(first);
          result.isOk();
          assertEquals(result.json(), change.send().json());
        });
  }

  @TestFactory
  Stream<DynamicTest> changeWithoutKeyIsRejected() {
    return forEach(
        ContractOperation::isChange,
        operation -> {
          RawClient sender =
              switch (operation) {
                case SIGN_OUT -> rawAnonymous().with(disposableToken(endpoint().administrator()));
                case ACTIVATE_REMOTE_CONTROL -> raw(user());
                case SIGN_IN,
                    ADD_USER,
                    REMOVE_USER,
                    REMOVE_USER_FROM_EVERY_LIST,
                    ADD_ADMINISTRATOR,
                    REMOVE_ADMINISTRATOR,
                    REGISTER_PRINTER,
                    REMOVE_PRINTER ->
                    rawAdministrator();
                case GET_SESSION,
                    GET_SITE,
                    LIST_USERS,
                    GET_USER,
                    RESOLVE_ADDRESSES,
                    LIST_ADMINISTRATORS,
                    GET_ADMINISTRATOR,
                    LIST_PRINTERS,
                    GET_PRINTER ->
                    throw new IllegalArgumentException(operation + " is not a change");
              };
          sender
              .send(operation.method(), operation.target(), body(operation))
              .isInvalid("Idempotency-Key: missing");
        });
  }

  @Test
  void keyHasOneTo128VisibleCharacters() {
    RawClient administrator = rawAdministrator();
    String unique = UUID.randomUUID().toString();

    administrator.key("a b").post("/v1/session", "").isInvalid("Idempotency-Key: malformed");
    administrator
        .key("k".repeat(129))
        .post("/v1/session", "")
        .isInvalid("Idempotency-Key: too-long");
    administrator.key(unique + "~".repeat(128 - unique.length())).post("/v1/session", "").isOk();
  }

  @Test
  void rejectionIsNotStored() {
    RawClient administrator = rawAdministrator().keyed();

    administrator.post("/v1/users", json("email", "nobody")).isInvalid("email: malformed");
    RawResponse added = administrator.post("/v1/users", json("email", freshAddress()));

    added.isOk();
    assertEquals(Optional.empty(), added.header("Idempotency-Replayed"));
  }

  @Test
  void sameKeyCanBeUsedForAnotherOperation() {
    RawClient administrator = rawAdministrator().keyed();

    administrator.post("/v1/users", json("email", freshAddress())).isOk();
    administrator.post("/v1/administrators", json("email", freshAddress())).isOk();
  }

  /** The condition is part of the request that a key identifies. */
  @TestFactory
  Stream<DynamicTest> aKeyBelongsToOneCondition() {
    return forEach(
        ContractOperation::isRemovalOfMember,
        operation -> {
          RawClient sender = rawAdministrator().keyed();
          String address = member(operation);
          String etag = etag(operation, address);
          sendRemoval(sender.with("If-Match", etag), operation, address).isOk();

          RawResponse again = sendRemoval(sender.with("If-Match", etag), operation, address);
          again.isOk();
          assertEquals(Optional.of("true"), again.header("Idempotency-Replayed"));
          sendRemoval(sender, operation, address).isRejected("422 idempotency-key-reused");
          sendRemoval(sender.with("If-Match", "\"other\""), operation, address)
              .isRejected("422 idempotency-key-reused");
        });
  }

  /** Waits until the request is held; fails if it ends without being held. */
  private static void awaitHeld(Hold hold, CompletableFuture<RawResponse> request) {
    CompletableFuture<RawResponse> notHeld =
        request.thenApply(
            response -> {
              throw new AssertionError("The request was answered without being held: " + response);
            });
    RawClient.await(CompletableFuture.anyOf(hold.reached(), notHeld));
  }

  private KeyedChange change(ContractOperation operation) {
    RawClient administrator = rawAdministrator().keyed();
    String target = operation.target();
    return switch (operation) {
      case SIGN_IN -> bodiless(administrator, operation);
      case SIGN_OUT -> {
        var token = disposableToken(endpoint().administrator());
        yield bodiless(rawAnonymous().with(token).keyed(), operation);
      }
      case ACTIVATE_REMOTE_CONTROL -> bodiless(raw(user()).keyed(), operation);
      case ADD_USER, ADD_ADMINISTRATOR -> {
        String one = json("email", freshAddress());
        yield post(administrator, target, one, json("email", freshAddress()));
      }
      case REMOVE_USER -> {
        String address = freshAddress();
        administrator().users().add(address).execute();
        String removals = "/v1/users/" + address + "/removals";
        yield post(
            administrator,
            removals,
            "{\"applications\":[\"remote-control\"]}",
            "{\"applications\":[\"remote-match\"]}");
      }
      case REMOVE_USER_FROM_EVERY_LIST -> {
        String address = freshAddress();
        administrator().users().add(address).execute();
        yield delete(administrator, "/v1/users/" + address, target);
      }
      case REMOVE_ADMINISTRATOR -> {
        String address = freshAddress();
        administrator().administrators().add(address).execute();
        yield delete(administrator, "/v1/administrators/" + address, target);
      }
      case REGISTER_PRINTER -> {
        PrinterIdentity printer = printer();
        yield post(
            administrator,
            target,
            registration(printer, "Press 1"),
            registration(printer, "Press 2"));
      }
      case REMOVE_PRINTER -> {
        var registered = administrator().printers().register(printer(), "Press 1").execute();
        yield delete(administrator, "/v1/printers/" + registered.printer().id(), target);
      }
      case GET_SESSION,
          GET_SITE,
          LIST_USERS,
          GET_USER,
          RESOLVE_ADDRESSES,
          LIST_ADMINISTRATORS,
          GET_ADMINISTRATOR,
          LIST_PRINTERS,
          GET_PRINTER ->
          throw new IllegalArgumentException(operation + " is not a change");
    };
  }

  /** An operation without a body has only one valid request; the different request has a body. */
  private static KeyedChange bodiless(RawClient sender, ContractOperation operation) {
    String target = operation.target();
    return new KeyedChange(sender, operation.method(), target, null, target, "{}");
  }

  private static KeyedChange post(RawClient sender, String target, String body, String other) {
    return new KeyedChange(sender, "POST", target, body, target, other);
  }

  private static KeyedChange delete(RawClient sender, String target, String other) {
    return new KeyedChange(sender, "DELETE", target, null, other, null);
  }
}
