package canon.cpp.cloudservice.testing.rules;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short forms of results about members, for assertions. */
final class Users {
  private Users() {}

  /** The lists and the state on each, such as {@code {remote-control=invited}}. */
  static Map<String, String> lists(User user) {
    Map<String, String> lists = new LinkedHashMap<>();
    user.applications().forEach(entry -> lists.put(entry.application().id(), entry.state().id()));
    return lists;
  }

  /** The change to each list, such as {@code remote-control: added}. */
  static List<String> changes(List<ListChange> changes) {
    return changes.stream()
        .map(change -> change.application() + ": " + change.result())
        .collect(Collectors.toList());
  }

  static Map<String, String> onAllLists(String remoteControl) {
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put(Application.DASHBOARD.id(), "active");
    lists.put(Application.REMOTE_MATCH.id(), "active");
    lists.put(Application.REMOTE_CONTROL.id(), remoteControl);
    return lists;
  }
}
