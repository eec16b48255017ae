package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

/**
 * A text is not an e-mail address; thrown by {@link EmailAddress#parse(String)}. The message says
 * what is wrong and where. It does not contain the text.
 */
public final class InvalidEmailAddressException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The index in the text. */
  private final int index;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and what to do
   * @param index the index of the character that is wrong
   */
  public InvalidEmailAddressException(String message, int index) {
    super(requireNonNull(message, "message"));
    this.index = index;
  }

  /**
   * Returns where the text is wrong, to mark the place in an input field.
   *
   * @return the index of the first character that is wrong; the end of the address if something is
   *     missing there
   */
  public int index() {
    return index;
  }
}
