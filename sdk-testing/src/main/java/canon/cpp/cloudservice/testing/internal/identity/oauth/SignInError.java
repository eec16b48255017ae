package canon.cpp.cloudservice.testing.internal.identity.oauth;

/**
 * The error of an authorization response (RFC 6749, 4.1.2.1).
 *
 * @param error such as {@code access_denied}
 * @param description for people
 * @param subcode Microsoft's {@code error_subcode}; empty if there is none
 */
public record SignInError(String error, String description, String subcode) {

  public SignInError(String error, String description) {
    this(error, description, "");
  }
}
