package canon.cpp.cloudservice;

import canon.cpp.cloudservice.internal.values.Checks;

/**
 * A place in a list, to go on reading from there, also after a restart. Only the service
 * understands it.
 *
 * <pre>{@code
 * client.users().list().startingFrom(PageToken.of(savedText));
 * }</pre>
 *
 * @param value the token's text
 */
public record PageToken(String value) {
  private static final int MAX_LENGTH = 16_384;

  /**
   * Creates the value.
   *
   * @param value the token's text
   */
  public PageToken {
    Checks.text("page token", value, MAX_LENGTH);
  }

  /**
   * The token with a text that was kept.
   *
   * @param value the token's text
   * @return the token
   * @throws IllegalArgumentException if it can be no token
   */
  public static PageToken of(String value) {
    return new PageToken(value);
  }
}
