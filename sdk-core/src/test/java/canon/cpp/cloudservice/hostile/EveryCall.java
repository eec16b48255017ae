package canon.cpp.cloudservice.hostile;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A call that the client offers.
 *
 * @param id the operation
 * @param creator creates the call; its text is the address or the key, if the operation has one
 */
public record EveryCall(OperationId id, BiFunction<CloudServiceClient, String, Call<?>> creator) {
  private static final PrinterIdentity PRINTER = PrinterIdentity.of("series", "1", "proof");

  /** At least one call of each operation. */
  public static final List<EveryCall> ALL =
      Arrays.stream(OperationId.values())
          .flatMap(id -> of(id).map(creator -> new EveryCall(id, creator)))
          .toList();

  /** The calls of an operation; without a default, so that a new operation does not compile. */
  private static Stream<BiFunction<CloudServiceClient, String, Call<?>>> of(OperationId id) {
    return switch (id) {
      case SIGN_IN -> Stream.of((client, key) -> client.session().signIn());
      case GET_SESSION -> Stream.of((client, key) -> client.session().get());
      case SIGN_OUT -> Stream.of((client, key) -> client.session().signOut());
      case GET_SITE -> Stream.of((client, key) -> client.site().get());
      case LIST_USERS ->
          Stream.of(
              (client, key) -> client.users().list().page(),
              (client, key) -> client.users().list().startingFrom(PageToken.of("p1")).page());
      case ADD_USER ->
          Stream.of(
              (client, address) -> client.users().add(address),
              (client, address) -> client.users().add(address).withResponse());
      case GET_USER ->
          Stream.of(
              (client, key) -> client.users().get(key), (client, key) -> client.users().find(key));
      case REMOVE_USER ->
          Stream.of((client, key) -> client.users().remove(key).from(Application.DASHBOARD));
      case REMOVE_USER_FROM_EVERY_LIST ->
          Stream.of((client, key) -> client.users().remove(key).fromEveryList());
      case RESOLVE_ADDRESSES ->
          Stream.of((client, key) -> client.users().resolve(List.of("a@b.example")));
      case LIST_ADMINISTRATORS -> Stream.of((client, key) -> client.administrators().list().page());
      case ADD_ADMINISTRATOR ->
          Stream.of((client, address) -> client.administrators().add(address));
      case GET_ADMINISTRATOR ->
          Stream.of(
              (client, key) -> client.administrators().get(key),
              (client, key) -> client.administrators().find(key));
      case REMOVE_ADMINISTRATOR -> Stream.of((client, key) -> client.administrators().remove(key));
      case LIST_PRINTERS -> Stream.of((client, key) -> client.printers().list().page());
      case REGISTER_PRINTER ->
          Stream.of((client, key) -> client.printers().register(PRINTER, "Press 1"));
      case GET_PRINTER ->
          Stream.of(
              (client, key) -> client.printers().get(key),
              (client, key) -> client.printers().find(key),
              (client, key) -> client.printers().readiness(key));
      case REMOVE_PRINTER -> Stream.of((client, key) -> client.printers().remove(key));
      case ACTIVATE_REMOTE_CONTROL -> Stream.of((client, key) -> client.remoteControl().activate());
    };
  }

  /** The calls that add the holder of an address. */
  public static List<EveryCall> addingAnAddress() {
    return ALL.stream().filter(call -> call.operation().startsWith("add")).toList();
  }

  /** The calls whose path has one of these parameters. */
  public static List<EveryCall> withParameter(String... names) {
    return ALL.stream()
        .filter(
            call ->
                Arrays.stream(names)
                    .anyMatch(name -> call.id.pathTemplate().contains("{" + name + "}")))
        .toList();
  }

  /** Returns the operation's name in the contract. */
  public String operation() {
    return id.id();
  }

  /** Creates the call with a valid address or key. */
  public Call<?> on(CloudServiceClient client) {
    return on(client, "a@b.example");
  }

  /** Creates the call with an address or a key. */
  public Call<?> on(CloudServiceClient client, String key) {
    return creator.apply(client, key);
  }

  @Override
  public String toString() {
    return operation();
  }
}
