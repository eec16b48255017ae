package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** What a test of one subject plays with, and the removal of what it has made. */
abstract class ContractTests {
  private static final String MADE_UP = "contract-kit";

  private final CloudServiceContractKit kit;
  private final Deque<Runnable> cleanUps = new ArrayDeque<>();
  private ContractEndpoint endpoint;
  private CloudServiceClient client;

  ContractTests(CloudServiceContractKit kit) {
    this.kit = kit;
  }

  @BeforeEach
  final void open() {
    endpoint = kit.endpoint();
    client =
        CloudServiceClient.builder(endpoint.address())
            .transport(endpoint.transport())
            .appInfo("ContractKit")
            .build();
    cleanUps.push(client::close);
  }

  @AfterEach
  final void cleanUp() {
    cleanUp(0);
  }

  private void cleanUp(int toBeLeft) {
    AssertionError failure = new AssertionError("Not everything that was made could be removed");
    while (cleanUps.size() > toBeLeft) {
      try {
        cleanUps.pop().run();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  final ContractEndpoint endpoint() {
    return endpoint;
  }

  final void afterwards(Runnable cleanUp) {
    cleanUps.push(cleanUp);
  }

  /** Skips the test, because the endpoint lacks something. */
  static Supplier<TestAbortedException> lacking(String what) {
    return () -> new TestAbortedException("This endpoint has no " + what);
  }

  // ---- who asks ----

  final CloudServiceClient clientOf(ContractAccount account) {
    return client.withToken(account.token());
  }

  final CloudServiceClient administrator() {
    return clientOf(endpoint.administrator());
  }

  final RawClient rawNobody() {
    return RawClient.nobody(endpoint);
  }

  final RawClient raw(ContractAccount account) {
    return rawNobody().with(account.token());
  }

  final RawClient rawAdministrator() {
    return raw(endpoint.administrator());
  }

  /** Somebody who may log out. */
  static AccessToken disposableToken(ContractAccount account) {
    return account.disposableToken().orElseThrow(lacking("token with which one may log out"));
  }

  final ContractAccount stranger() {
    return endpoint.spare().orElseThrow(lacking("account that no site knows"));
  }

  final ContractAccount elsewhere() {
    return endpoint.administratorElsewhere().orElseThrow(lacking("administrator elsewhere"));
  }

  /** Somebody on all lists; Invited in Remote Control. */
  final ContractAccount user() {
    ContractAccount account = stranger();
    afterwards(() -> forget(account.email()));
    administrator().users().add(account.email()).execute();
    return account;
  }

  final ContractAccount invitedAdministrator() {
    ContractAccount account = stranger();
    afterwards(() -> forget(account.email()));
    administrator().administrators().add(account.email()).execute();
    return account;
  }

  // ---- what there is ----

  /** An address that nobody has, and that belongs to nobody afterwards. */
  final String freshAddress() {
    String address = endpoint.freshAddress();
    afterwards(() -> forget(address));
    return address;
  }

  final void forget(String address) {
    try {
      administrator().users().remove(address).fromEveryList().execute();
    } catch (NotFoundException e) {
      // On no list.
    }
    try {
      administrator().administrators().remove(address).execute();
    } catch (NotFoundException e) {
      // No administrator.
    }
  }

  final PrinterIdentity printer() {
    PrinterIdentity printer = endpoint.printer().orElseThrow(lacking("printer with a proof"));
    afterwards(() -> forget(printer, administrator()));
    return printer;
  }

  static void forget(PrinterIdentity printer, CloudServiceClient owner) {
    try {
      owner.printers().remove(printer.serialNumber()).execute();
    } catch (NotFoundException e) {
      // Not registered.
    }
  }

  // ---- requests ----

  /** Sends a harmless request to an operation, in somebody's name. */
  final RawResponse call(ContractOperation operation, RawClient sender) {
    RawClient keyed = operation.isChange() ? sender.keyed() : sender;
    return keyed.send(operation.method(), operation.target(), body(operation));
  }

  final RawResponse call(ContractOperation operation, ContractAccount account) {
    AccessToken token =
        operation == ContractOperation.SIGN_OUT ? disposableToken(account) : account.token();
    return call(operation, rawNobody().with(token));
  }

  final @Nullable String body(ContractOperation operation) {
    return switch (operation) {
      case ADD_USER, ADD_ADMINISTRATOR -> json("email", freshAddress());
      case REMOVE_USER -> "{\"all\":true}";
      case REGISTER_PRINTER -> registration(PrinterIdentity.of(MADE_UP, MADE_UP, MADE_UP), "Press");
      default -> null;
    };
  }

  static String registration(PrinterIdentity printer, String displayName) {
    return Json.object()
        .put("series", printer.series())
        .put("serialNumber", printer.serialNumber())
        .put("printerProof", printer.proof())
        .put("displayName", displayName)
        .toString();
  }

  static String json(String field, String value) {
    ObjectNode object = Json.object();
    return object.put(field, value).toString();
  }

  /** A test for each operation that fits, under its name; each removes what it has made. */
  final Stream<DynamicTest> forEach(
      Predicate<ContractOperation> which, Consumer<ContractOperation> test) {
    return ContractOperation.all(which)
        .map(operation -> dynamicTest(operation.id(), () -> test.accept(operation)));
  }

  @SuppressWarnings("try")
  final DynamicTest dynamicTest(String name, Runnable test) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          int before = cleanUps.size();
          try (CleanUp unused = () -> cleanUp(before)) {
            test.run();
          }
        });
  }

  private interface CleanUp extends AutoCloseable {
    @Override
    void close();
  }

  /** The code of the rejection that a call of the client meets. */
  static String rejection(Executable call) {
    return Assertions.assertThrows(RejectedException.class, call).code().id();
  }
}
