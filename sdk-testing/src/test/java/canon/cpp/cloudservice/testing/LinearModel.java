package canon.cpp.cloudservice.testing;

import java.util.Map;
import java.util.TreeMap;

/**
 * The domain rules for one site, implemented a second time and as simply as possible: one request
 * after the other, D8 to D16. It shares no code with the fake, so that each can be checked against
 * the other.
 */
record LinearModel(Map<String, Person> people) {

  /** The state of one member of a site; empty texts mean absent. */
  record Person(
      boolean dashboard, boolean match, String remoteControl, String role, boolean signedIn) {
    static final Person NOBODY = new Person(false, false, "", "", false);
    static final Person ADMINISTRATOR = new Person(true, true, "", "active", true);

    boolean isUser() {
      return dashboard || match || !remoteControl.isEmpty();
    }

    boolean isKnown() {
      return isUser() || !role.isEmpty();
    }
  }

  /** The model after an operation, and the expected result. */
  record Step(LinearModel after, String answer) {}

  Step apply(LinearOperation operation) {
    Person caller = person(operation.caller());
    if (!caller.isKnown()) {
      return reject("403 account-not-registered");
    }
    return switch (operation.name()) {
      case "signIn" -> signIn(operation.caller(), caller);
      case "activateRemoteControl" -> activate(operation.caller(), caller);
      default ->
          switch (caller.role()) {
            case "active" -> administer(operation);
            case "invited" -> reject("403 sign-in-required");
            default -> reject("403 administrator-required");
          };
    };
  }

  private Step signIn(String who, Person caller) {
    String role = caller.role().isEmpty() ? "" : "active";
    return become(
        who,
        new Person(caller.dashboard(), caller.match(), caller.remoteControl(), role, true),
        "200 first=" + !caller.signedIn() + " roles=" + (role.isEmpty() ? 0 : 1));
  }

  private Step activate(String who, Person caller) {
    if (caller.remoteControl().isEmpty()) {
      return reject("403 not-on-remote-control-list");
    }
    return become(
        who,
        new Person(caller.dashboard(), caller.match(), "active", caller.role(), caller.signedIn()),
        "200 first=" + caller.remoteControl().equals("invited"));
  }

  private Step administer(LinearOperation operation) {
    String target = operation.target();
    Person person = person(target);
    return switch (operation.name()) {
      case "addUser" ->
          become(
              target,
              new Person(
                  true,
                  true,
                  person.remoteControl().isEmpty() ? "invited" : person.remoteControl(),
                  person.role(),
                  person.signedIn()),
              "200 "
                  + added(person.dashboard())
                  + added(person.match())
                  + added(!person.remoteControl().isEmpty()));
      case "addAdministrator" ->
          become(
              target,
              new Person(
                  true,
                  true,
                  person.remoteControl(),
                  person.role().isEmpty() ? "invited" : person.role(),
                  person.signedIn()),
              "200 "
                  + added(!person.role().isEmpty())
                  + added(person.dashboard())
                  + added(person.match()));
      case "removeUserFromEveryList" -> removeUser(target, person);
      case "removeAdministrator" -> removeAdministrator(target, person);
      default -> person.isUser() ? new Step(this, show(person)) : reject("404 not-found");
    };
  }

  private Step removeUser(String target, Person person) {
    if (!person.isUser()) {
      return reject("404 not-found");
    }
    Person left = new Person(false, false, "", person.role(), person.signedIn());
    return become(
        target,
        left,
        "200 "
            + removed(person.dashboard())
            + removed(person.match())
            + removed(!person.remoteControl().isEmpty())
            + "gone="
            + !left.isKnown());
  }

  private Step removeAdministrator(String target, Person person) {
    if (person.role().isEmpty()) {
      return reject("404 not-found");
    }
    long active = people.values().stream().filter(one -> one.role().equals("active")).count();
    if (active == 1 && person.role().equals("active")) {
      return reject("409 last-administrator");
    }
    Person left =
        new Person(
            person.dashboard(), person.match(), person.remoteControl(), "", person.signedIn());
    return become(target, left, "200 gone=" + !left.isKnown());
  }

  private Person person(String who) {
    return people.getOrDefault(who, Person.NOBODY);
  }

  private Step reject(String answer) {
    return new Step(this, answer);
  }

  /** A member who is no longer known does not exist (D14): the next invitation starts anew. */
  private Step become(String who, Person person, String answer) {
    Map<String, Person> changed = new TreeMap<>(people);
    if (person.isKnown()) {
      changed.put(who, person);
    } else {
      changed.remove(who);
    }
    return new Step(new LinearModel(changed), answer);
  }

  private static String added(boolean wasThere) {
    return wasThere ? "alreadyPresent " : "added ";
  }

  private static String removed(boolean wasThere) {
    return wasThere ? "removed " : "notPresent ";
  }

  private static String show(Person person) {
    return "200 "
        + (person.dashboard() ? "active " : "")
        + (person.match() ? "active " : "")
        + (person.remoteControl().isEmpty() ? "" : person.remoteControl() + " ")
        + (person.role().isEmpty() ? "none" : person.role());
  }
}
