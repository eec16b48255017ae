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

/** The base of the tests of one subject. It creates data and removes it afterwards. */
abstract class ContractTests {
  private static final String NOT_REGISTERED = "contract-kit";

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
    AssertionError failure =
        new AssertionError("Not everything that the test created could be removed");
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

  final void atEnd(Runnable cleanUp) {
    cleanUps.push(cleanUp);
  }

  /** Skips the test because the endpoint does not supply what it needs. */
  static Supplier<TestAbortedException> missing(String what) {
    return () -> new TestAbortedException("This endpoint has no " + what);
  }

  // ---- accounts and their clients ----

  final CloudServiceClient clientOf(ContractAccount account) {
    return client.withToken(account.token());
  }

  final CloudServiceClient administrator() {
    return clientOf(endpoint.administrator());
  }

  final RawClient rawAnonymous() {
    return RawClient.anonymous(endpoint);
  }

  final RawClient raw(ContractAccount account) {
    return rawAnonymous().with(account.token());
  }

  final RawClient rawAdministrator() {
    return raw(endpoint.administrator());
  }

  /** Returns a token that may be used to sign out. */
  static AccessToken disposableToken(ContractAccount account) {
    return account.disposableToken().orElseThrow(missing("token that may be used to sign out"));
  }

  final ContractAccount unknownAccount() {
    return endpoint.spare().orElseThrow(missing("account that no site knows"));
  }

  final ContractAccount administratorOfOtherSite() {
    return endpoint
        .administratorOfOtherSite()
        .orElseThrow(missing("administrator of another site"));
  }

  /** Returns a user on all lists, Invited in Remote Control. */
  final ContractAccount user() {
    ContractAccount account = unknownAccount();
    atEnd(() -> remove(account.email()));
    administrator().users().add(account.email()).execute();
    return account;
  }

  final ContractAccount invitedAdministrator() {
    ContractAccount account = unknownAccount();
    atEnd(() -> remove(account.email()));
    administrator().administrators().add(account.email()).execute();
    return account;
  }

  // ---- data ----

  /** Returns an address that no site knows before and after the test. */
  final String freshAddress() {
    String address = endpoint.freshAddress();
    atEnd(() -> remove(address));
    return address;
  }

  final void remove(String address) {
    try {
      administrator().users().remove(address).fromEveryList().execute();
    } catch (NotFoundException e) {
      // On no list.
    }
    try {
      administrator().administrators().remove(address).execute();
    } catch (NotFoundException e) {
      // Not an administrator.
    }
  }

  final PrinterIdentity printer() {
    PrinterIdentity printer = endpoint.printer().orElseThrow(missing("printer with a proof"));
    atEnd(() -> remove(printer, administrator()));
    return printer;
  }

  static void remove(PrinterIdentity printer, CloudServiceClient owner) {
    try {
      owner.printers().remove(printer.serialNumber()).execute();
    } catch (NotFoundException e) {
      // Not registered.
    }
  }

  // ---- requests ----

  /** Sends a harmless request for an operation. */
  final RawResponse call(ContractOperation operation, RawClient sender) {
    RawClient keyed = operation.isChange() ? sender.keyed() : sender;
    return keyed.send(operation.method(), operation.target(), body(operation));
  }

  final RawResponse call(ContractOperation operation, ContractAccount account) {
    AccessToken token =
        operation == ContractOperation.SIGN_OUT ? disposableToken(account) : account.token();
    return call(operation, rawAnonymous().with(token));
  }

  /** Adds a member whom a removal can remove; returns the address. */
  final String member(ContractOperation removal) {
    String address = freshAddress();
    if (removal == ContractOperation.REMOVE_ADMINISTRATOR) {
      administrator().administrators().add(address).execute();
    } else {
      administrator().users().add(address).execute();
    }
    return address;
  }

  final String etag(ContractOperation removal, String address) {
    String kind = removal == ContractOperation.REMOVE_ADMINISTRATOR ? "administrators" : "users";
    return rawAdministrator().get("/v1/" + kind + "/" + address).text("etag");
  }

  final RawResponse sendRemoval(RawClient sender, ContractOperation removal, String address) {
    String target = removal.target().replaceAll("(usr|adm)_contract-kit", address);
    return sender.send(removal.method(), target, body(removal));
  }

  final @Nullable String body(ContractOperation operation) {
    return switch (operation) {
      case ADD_USER, ADD_ADMINISTRATOR -> json("email", freshAddress());
      case REMOVE_USER -> "{\"applications\":[\"remote-match\"]}";
      case RESOLVE_ADDRESSES -> "{\"addresses\":[\"nobody@b.example\"]}";
      case REGISTER_PRINTER ->
          registration(PrinterIdentity.of(NOT_REGISTERED, NOT_REGISTERED, NOT_REGISTERED), "Press");
      case SIGN_IN,
          GET_SESSION,
          SIGN_OUT,
          GET_SITE,
          LIST_USERS,
          GET_USER,
          REMOVE_USER_FROM_EVERY_LIST,
          LIST_ADMINISTRATORS,
          GET_ADMINISTRATOR,
          REMOVE_ADMINISTRATOR,
          LIST_PRINTERS,
          GET_PRINTER,
          REMOVE_PRINTER,
          ACTIVATE_REMOTE_CONTROL ->
          null;
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

  /** Returns one test for each matching operation. Each removes what it created. */
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

  /** Returns the code of the rejection that a call ends with. */
  static String rejection(Executable call) {
    return Assertions.assertThrows(RejectedException.class, call).code().id();
  }
}
