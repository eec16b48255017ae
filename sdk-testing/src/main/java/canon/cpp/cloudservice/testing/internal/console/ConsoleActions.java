package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.admin.AdminApi;
import canon.cpp.cloudservice.testing.internal.console.PortalClient.NoAnswerException;
import canon.cpp.cloudservice.testing.internal.console.PortalClient.Reply;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The actions of the forms, as requests to the service, or to the API of the fake. */
final class ConsoleActions {
  private static final String USERS = "users";
  private static final String ADMINISTRATORS = "administrators";
  private static final String ACCOUNT = "account";
  private static final String PRINTERS = "printers";
  private static final String FAULTS = "faults";

  private final PortalClient portal;
  private final AdminApi admin;
  private final Map<String, Action> actions;

  ConsoleActions(PortalClient portal, AdminApi admin) {
    this.portal = portal;
    this.admin = admin;
    this.actions =
        Map.ofEntries(
            Map.entry("sign-in", this::signIn),
            Map.entry("log-out", this::logOut),
            Map.entry("add-user", this::addUser),
            Map.entry("remove-user", this::removeUser),
            Map.entry("add-administrator", this::addAdministrator),
            Map.entry("remove-administrator", this::removeAdministrator),
            Map.entry("activate-user", this::activateUser),
            Map.entry("register-printer", this::registerPrinter),
            Map.entry("remove-printer", this::removePrinter),
            Map.entry("advance", this::advance),
            Map.entry("add-fault", this::addFault),
            Map.entry("remove-fault", this::removeFault),
            Map.entry("release-fault", this::releaseFault),
            Map.entry("clear-faults", (s, f) -> steer(FAULTS, "DELETE", "/faults", "")),
            Map.entry("clear-log", (s, f) -> steer("log", "DELETE", "/log", "")),
            Map.entry("reset", (s, f) -> steer("state", "DELETE", "/state", "")));
  }

  /** An action of a form. */
  @FunctionalInterface
  interface Action {
    /** Carries it out and returns its result. */
    ConsoleMessage act(ConsoleSession session, Form form) throws NoAnswerException;
  }

  Optional<Action> find(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  /** Returns the id of the section with the form of an action. */
  static String place(String action) {
    return switch (action) {
      case "add-user", "remove-user", "activate-user" -> USERS;
      case "add-administrator", "remove-administrator" -> ADMINISTRATORS;
      case "register-printer", "remove-printer" -> PRINTERS;
      case "advance" -> "clock";
      case "add-fault", "remove-fault", "release-fault", "clear-faults" -> FAULTS;
      default -> ACCOUNT;
    };
  }

  private ConsoleMessage signIn(ConsoleSession session, Form form) throws NoAnswerException {
    FakeAccount account;
    try {
      account = FakeAccount.of(form.value("email"));
    } catch (IllegalArgumentException e) {
      return ConsoleMessage.rejected(
          ACCOUNT, "This is not an address", String.valueOf(e.getMessage()));
    }
    Reply reply = portal.signIn(session, account);
    return reply.isDone()
        ? ConsoleMessage.done(ACCOUNT, "Signed in as " + account.email().orElse(""))
        : reply.rejection(ACCOUNT);
  }

  private ConsoleMessage logOut(ConsoleSession session, Form form) throws NoAnswerException {
    var unused = portal.ask(session, "DELETE", "/v1/session", null);
    session.logOut();
    return ConsoleMessage.done(
        ACCOUNT,
        "Logged out of the portal. The Microsoft or Google account itself can stay signed in.");
  }

  private ConsoleMessage addUser(ConsoleSession session, Form form) throws NoAnswerException {
    ObjectNode body = Json.object().put("email", form.value("email"));
    return ask(
        session,
        USERS,
        "POST",
        "/v1/users",
        body,
        json -> form.value("email") + ": " + lists(json));
  }

  private ConsoleMessage removeUser(ConsoleSession session, Form form) throws NoAnswerException {
    ObjectNode body = Json.object();
    body.putArray("applications").add(form.value("application"));
    return ask(
        session,
        USERS,
        "POST",
        "/v1/users/" + form.segment("user") + "/removals",
        body,
        json -> json.at("/user/email").asText() + ": " + lists(json));
  }

  private ConsoleMessage addAdministrator(ConsoleSession session, Form form)
      throws NoAnswerException {
    ObjectNode body = Json.object().put("email", form.value("email"));
    return ask(
        session,
        ADMINISTRATORS,
        "POST",
        "/v1/administrators",
        body,
        json ->
            form.value("email")
                + (json.path("role").asText().equals("added")
                    ? " is invited, and becomes active by signing in. "
                    : " is an administrator already. ")
                + lists(json));
  }

  private ConsoleMessage removeAdministrator(ConsoleSession session, Form form)
      throws NoAnswerException {
    return ask(
        session,
        ADMINISTRATORS,
        "DELETE",
        "/v1/administrators/" + form.segment("administrator"),
        null,
        json -> json.at("/administrator/email").asText() + " is not an administrator any more.");
  }

  /** Activates Remote Control as its app does: with the user's own account. */
  private ConsoleMessage activateUser(ConsoleSession session, Form form) throws NoAnswerException {
    Reply reply = portal.activate(FakeAccount.of(form.value("email")));
    return reply.isDone()
        ? ConsoleMessage.done(USERS, form.value("email") + " is active in Remote Control.")
        : reply.rejection(USERS);
  }

  /** Registers a printer as its Settings Editor does: with a proof of the printer. */
  private ConsoleMessage registerPrinter(ConsoleSession session, Form form)
      throws NoAnswerException {
    String series = form.value("series");
    String serialNumber = form.value("serialNumber");
    ObjectNode body =
        Json.object()
            .put("series", series)
            .put("serialNumber", serialNumber)
            .put("displayName", form.value("displayName"))
            .put("printerProof", PrinterProofs.proofOf(series, serialNumber));
    return ask(
        session,
        PRINTERS,
        "POST",
        "/v1/printers",
        body,
        json -> form.value("displayName") + " is registered.");
  }

  private ConsoleMessage releaseFault(ConsoleSession session, Form form) {
    return steer(FAULTS, "POST", "/faults/" + form.segment("fault") + "/release", "");
  }

  private ConsoleMessage removePrinter(ConsoleSession session, Form form) throws NoAnswerException {
    return ask(
        session,
        PRINTERS,
        "DELETE",
        "/v1/printers/" + form.segment("printer"),
        null,
        json -> json.at("/printer/displayName").asText() + " is not registered any more.");
  }

  private ConsoleMessage advance(ConsoleSession session, Form form) {
    Duration by =
        Duration.parse(form.value("unit")).multipliedBy(Integer.parseInt(form.value("count")));
    return steer("clock", "POST", "/clock/advance", "{\"by\": \"" + by + "\"}");
  }

  private ConsoleMessage addFault(ConsoleSession session, Form form) {
    String what = FaultKind.valueOf(form.value("kind")).json();
    int times = Integer.parseInt(form.value("times"));
    ObjectNode json = Json.read(("{" + what + "}").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    json.put("times", times);
    if (!form.value("on").isEmpty()) {
      json.put("on", form.value("on"));
    }
    return steer(FAULTS, "POST", "/faults", json.toString());
  }

  private ConsoleMessage removeFault(ConsoleSession session, Form form) {
    return steer(FAULTS, "DELETE", "/faults/" + form.segment("fault"), "");
  }

  private ConsoleMessage ask(
      ConsoleSession session,
      String place,
      String method,
      String path,
      @Nullable ObjectNode body,
      Function<ObjectNode, String> message)
      throws NoAnswerException {
    Reply reply = portal.ask(session, method, path, body);
    return reply.isDone()
        ? ConsoleMessage.done(place, message.apply(reply.body().orElseThrow()))
        : reply.rejection(place);
  }

  private ConsoleMessage steer(String place, String method, String path, String json) {
    ServiceResponse response =
        admin.handle(
            new ServiceRequest(
                method,
                AdminApi.ROOT + path,
                null,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json"))),
                json.getBytes(StandardCharsets.UTF_8)));
    Reply reply = new Reply(response.status(), Json.read(response.body()));
    return reply.isDone() ? ConsoleMessage.done(place, "Done.") : reply.rejection(place);
  }

  /** Describes the changes list by list, such as "added to PRISMAlytics Dashboard". */
  private static String lists(JsonNode json) {
    List<String> said = new ArrayList<>();
    for (JsonNode change : json.path("changes")) {
      said.add(
          word(change.path("result").asText())
              + " "
              + GuideTerms.application(change.path("application").asText()));
    }
    return String.join(", ", said) + ".";
  }

  private static String word(String result) {
    return switch (result) {
      case "added" -> "added to";
      case "alreadyPresent" -> "already on";
      case "removed" -> "removed from";
      default -> "not on";
    };
  }
}
