package canon.cpp.cloudservice.testing.internal.identity.oauth;

/**
 * The error of an authorization response (RFC 6749, 4.1.2.1).
 *
 * @param error such as {@code access_denied}
 * @param description for people
 */
public record SignInError(String error, String description) {}
