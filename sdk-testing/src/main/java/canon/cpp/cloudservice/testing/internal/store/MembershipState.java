package canon.cpp.cloudservice.testing.internal.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a list entry or of an administrator. */
public enum MembershipState {
  INVITED,
  ACTIVE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MembershipState> of(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
  }
}
