package canon.cpp.cloudservice.signin.internal.microsoft;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The issuers that an authorization response may name: {@code cloud/tenant-id/v2.0}. Which tenant a
 * user belongs to is not known in advance, unless the application is restricted to one id.
 */
public final class MicrosoftIssuers {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The tenant of all personal accounts. */
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private MicrosoftIssuers() {}

  /** Returns a test for the issuer of an authorization response. */
  public static Predicate<String> of(MicrosoftSettings settings) {
    String authority = settings.authority().replaceAll("/+$", "");
    int end = authority.lastIndexOf('/');
    String cloud = authority.substring(0, end + 1);
    String tenant = authority.substring(end + 1).toLowerCase(Locale.ROOT);
    Pattern expected =
        Pattern.compile(Pattern.quote(cloud) + "(" + tenantPattern(tenant) + ")/v2\\.0");
    return issuer -> expected.matcher(issuer).matches();
  }

  private static String tenantPattern(String tenant) {
    if (tenant.equals("consumers")) {
      return PERSONAL_ACCOUNTS;
    }
    return ID.matcher(tenant).matches() ? tenant : ID.pattern();
  }
}
