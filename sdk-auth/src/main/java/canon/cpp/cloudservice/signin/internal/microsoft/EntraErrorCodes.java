package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.SignInReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The numbers of Microsoft's published list (AADSTS…) to which a host can react. */
final class EntraErrorCodes {
  private static final Map<Long, EntraErrorMeaning> MEANINGS = new HashMap<>();

  static {
    put(EntraErrorMeaning.signIn(), 50058, 50199);
    put(EntraErrorMeaning.signIn(SignInReason.CONSENT), 65001, 90094, 90095);
    put(
        EntraErrorMeaning.signIn(SignInReason.MULTI_FACTOR),
        50072,
        50074,
        50076,
        50078,
        50079,
        50158);
    put(EntraErrorMeaning.signIn(SignInReason.PASSWORD_EXPIRED), 50055, 50144);
    put(
        EntraErrorMeaning.signIn(SignInReason.SIGN_IN_ENDED),
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
        EntraErrorMeaning.policy(),
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
    put(EntraErrorMeaning.denied(), 65004);
    put(EntraErrorMeaning.userToken(), 50013, 500131);
    put(EntraErrorMeaning.account(), 50020, 50034, 50053, 50057, 50105);
    put(EntraErrorMeaning.codeExpired(), 54005, 70020);
    put(
        EntraErrorMeaning.credential(),
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
    put(EntraErrorMeaning.registration(), 50011, 50059, 50194, 90002, 500113, 700016, 7000112);
    put(EntraErrorMeaning.api(), 70011, 500011, 501051, 1002012);
    put(EntraErrorMeaning.clock(), 700024);
    put(EntraErrorMeaning.busy(429), 50196, 90055);
  }

  private EntraErrorCodes() {}

  static Optional<EntraErrorMeaning> meaning(OptionalLong number) {
    return number.isPresent()
        ? Optional.ofNullable(MEANINGS.get(number.getAsLong()))
        : Optional.empty();
  }

  private static void put(EntraErrorMeaning meaning, long... numbers) {
    for (long number : numbers) {
      MEANINGS.put(number, meaning);
    }
  }
}
