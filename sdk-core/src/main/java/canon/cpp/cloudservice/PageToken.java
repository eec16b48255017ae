package canon.cpp.cloudservice;

import canon.cpp.cloudservice.internal.values.Checks;

/**
 * A position in a list, from which reading can continue, even after a restart. Only the service can
 * interpret it.
 *
 * <pre>{@code
 * client.users().list().startingFrom(PageToken.of(savedText));
 * }</pre>
 *
 * @param value the token's text
 */
public record PageToken(String value) {
  private static final int MAX_LENGTH = 16_384;

  public PageToken {
    Checks.text("page token", value, MAX_LENGTH);
  }

  /**
   * Returns a token with a stored text.
   *
   * @param value the token's text
   * @return the token
   * @throws IllegalArgumentException if the text is not a valid token
   */
  public static PageToken of(String value) {
    return new PageToken(value);
  }
}
