package canon.cpp.cloudservice.signin;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A secret with which an application authenticates, such as a client secret. {@link #toString} does
 * not show it.
 *
 * <pre>{@code
 * Secret secret = Secret.of(System.getenv("PRISMASYNC_CLIENT_SECRET"));
 * }</pre>
 */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a secret.
   *
   * @param value the secret
   * @return the wrapped secret
   * @throws IllegalArgumentException if it is blank, or begins or ends with white space, such as
   *     the line end of a file; the message does not quote it
   */
  public static Secret of(String value) {
    requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("The secret is empty");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "The secret begins or ends with white space. If it was read from a file or variable,"
              + " remove the line end.");
    }
    return new Secret(value);
  }

  /**
   * Returns the secret. Do not log it.
   *
   * @return the secret text
   */
  public String value() {
    return value;
  }

  /** Compares the texts. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
