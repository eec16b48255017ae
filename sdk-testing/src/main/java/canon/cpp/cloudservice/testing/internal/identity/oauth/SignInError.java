package canon.cpp.cloudservice.testing.internal.identity.oauth;

/**
 * What a program hears through the browser when a sign-in comes to nothing (RFC 6749, 4.1.2.1).
 *
 * @param error such as {@code access_denied}
 * @param description for people
 */
public record SignInError(String error, String description) {}
