package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.SignedInAccount;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares accounts by their lasting ids; the address for display may change. */
final class SameAccount {
  private SameAccount() {}

  static boolean are(SignedInAccount one, @Nullable SignedInAccount other) {
    return other != null
        && one.provider().equals(other.provider())
        && one.id().equals(other.id())
        && Objects.equals(one.tenant(), other.tenant());
  }
}
