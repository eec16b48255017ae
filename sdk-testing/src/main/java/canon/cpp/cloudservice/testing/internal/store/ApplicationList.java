package canon.cpp.cloudservice.testing.internal.store;

import java.util.Arrays;
import java.util.Optional;

/** The application user lists, in the order in which responses list them. */
public enum ApplicationList {
  DASHBOARD("prismalytics-dashboard"),
  REMOTE_MATCH("remote-match"),
  REMOTE_CONTROL("remote-control");

  private final String id;

  ApplicationList(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public static Optional<ApplicationList> of(String id) {
    return Arrays.stream(values()).filter(list -> list.id.equals(id)).findFirst();
  }
}
