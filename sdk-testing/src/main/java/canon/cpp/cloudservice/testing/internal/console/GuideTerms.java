package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The terms of the vendor's guides. */
final class GuideTerms {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);

  private GuideTerms() {}

  static String of(ApplicationList application) {
    return switch (application) {
      case DASHBOARD -> "PRISMAlytics Dashboard";
      case REMOTE_MATCH -> "PRISMAsync Remote Match";
      case REMOTE_CONTROL -> "PRISMAsync Remote Control";
    };
  }

  /** Returns the display name of an application; the id itself if it is unknown. */
  static String application(String id) {
    return ApplicationList.of(id).map(GuideTerms::of).orElse(id);
  }

  static String of(MembershipState state) {
    return state == MembershipState.INVITED ? "Invited" : "Active";
  }

  /** Formats a time, such as {@code 1 Jan 2030, 00:00:00 UTC}. */
  static String of(Instant instant) {
    return TIME.format(instant) + " UTC";
  }

  /** Formats an account, such as {@code admin@contoso.com (Microsoft account)}. */
  static String of(FakeAccount account) {
    String provider = account.provider().equals(IdentityProvider.GOOGLE) ? "Google" : "Microsoft";
    return account.email().orElse(account.subject()) + " (" + provider + " account)";
  }
}
