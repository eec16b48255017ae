package canon.cpp.cloudservice.signin;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A secret that proves a program, such as a client secret. It cannot print itself.
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
   * @return the secret in a type that hides it
   * @throws IllegalArgumentException if it is blank, or begins or ends with white space, as one
   *     that was read from a file with its line end does; the message does not repeat it
   */
  public static Secret of(String value) {
    requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("The secret is empty");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "The secret begins or ends with white space; was it read from a file or variable with its"
              + " line end?");
    }
    return new Secret(value);
  }

  /**
   * The secret itself. Do not log it.
   *
   * @return the text
   */
  public String value() {
    return value;
  }

  /** Two secrets are equal when their texts are. */
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
