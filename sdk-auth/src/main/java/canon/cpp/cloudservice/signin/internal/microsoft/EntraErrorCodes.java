package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.SignInReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The numbers of Microsoft's published list (AADSTS…) to which a host can do something. */
final class EntraErrorCodes {
  private static final Map<Long, EntraErrorKinds> MEANINGS = new HashMap<>();

  static {
    put(EntraErrorKinds.signIn(), 50058, 50199);
    put(EntraErrorKinds.signIn(SignInReason.CONSENT), 65001, 90094, 90095);
    put(
        EntraErrorKinds.signIn(SignInReason.MULTI_FACTOR),
        50072,
        50074,
        50076,
        50078,
        50079,
        50158);
    put(EntraErrorKinds.signIn(SignInReason.PASSWORD_EXPIRED), 50055, 50144);
    put(
        EntraErrorKinds.signIn(SignInReason.SIGN_IN_ENDED),
        50132,
        50133,
        50173,
        500133,
        70000,
        70008,
        70043,
        700082,
        700084,
        9002313);
    put(
        EntraErrorKinds.policy(),
        50005,
        50097,
        50129,
        53000,
        53001,
        53002,
        53003,
        53004,
        53011,
        530032,
        530034);
    put(EntraErrorKinds.denied(), 65004);
    put(EntraErrorKinds.userToken(), 50013, 500131);
    put(EntraErrorKinds.account(), 50020, 50034, 50053, 50057, 50105);
    put(EntraErrorKinds.codeExpired(), 54005, 70020);
    put(
        EntraErrorKinds.credential(),
        50027,
        700021,
        700023,
        700027,
        700211,
        700212,
        700213,
        7000215,
        7000218,
        7000222);
    put(EntraErrorKinds.registration(), 50011, 50059, 50194, 90002, 500113, 700016, 7000112);
    put(EntraErrorKinds.api(), 70011, 500011, 501051, 1002012);
    put(EntraErrorKinds.clock(), 700024);
    put(EntraErrorKinds.busy(429), 50196, 90055);
  }

  private EntraErrorCodes() {}

  static Optional<EntraErrorKinds> meaning(OptionalLong number) {
    return number.isPresent()
        ? Optional.ofNullable(MEANINGS.get(number.getAsLong()))
        : Optional.empty();
  }

  private static void put(EntraErrorKinds meaning, long... numbers) {
    for (long number : numbers) {
      MEANINGS.put(number, meaning);
    }
  }
}
