package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import java.util.Optional;

/** Reads values from closed sets. */
final class Choices {
  private Choices() {}

  static Optional<ApplicationList> application(FieldErrors errors, String field, String id) {
    Optional<ApplicationList> list = ApplicationList.of(id);
    return list.isPresent()
        ? list
        : errors.add(field, Code.UNKNOWN_VALUE, "The application is not known.");
  }

  static Optional<MembershipState> state(FieldErrors errors, String field, String id) {
    Optional<MembershipState> state = MembershipState.of(id);
    return state.isPresent()
        ? state
        : errors.add(field, Code.UNKNOWN_VALUE, "The value must be invited or active.");
  }
}
