package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * No access token could be obtained, so the attempt was not made. Thrown by token providers; the
 * library adds the call. {@link #kind()} is for programs; the message says what happened and what
 * to do.
 *
 * <pre>{@code
 * TokenProvider provider = request -> {
 *   throw new AuthenticationException("No token in the vault. Store one under prismasync-token.", null);
 * };
 * }</pre>
 *
 * <p>Messages name the provider, its error code and its correlation id. They never contain the
 * provider's own description, a body, a token or an e-mail address.
 */
public final class AuthenticationException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /** The kind of the failure. */
  private final AuthenticationErrorKind kind;

  /** Why a user has to sign in, or null. */
  private final @Nullable SignInReason reason;

  /** The provider's name, or null. */
  private final @Nullable String provider;

  /** The provider's code for the error, or null. */
  private final @Nullable String errorCode;

  /** The id by which the provider finds the request in its logs, or null. */
  private final @Nullable String correlationId;

  /** The claims that the next sign-in must satisfy, or null. */
  private final @Nullable String claims;

  /** The HTTP status of the provider's response, or null. */
  private final @Nullable Integer status;

  /** How long the provider asked to wait, or null. */
  private final @Nullable Duration retryAfter;

  /**
   * Creates an exception of kind {@link AuthenticationErrorKind#OTHER}, for token providers. {@link
   * #builder(AuthenticationErrorKind)} creates exceptions of other kinds.
   *
   * @param message why there is no token and what to do; must not contain a secret
   * @param cause the cause, or null
   */
  public AuthenticationException(String message, @Nullable Throwable cause) {
    this(null, message, cause);
  }

  /**
   * Creates the exception with the call that needed the token, of kind {@link
   * AuthenticationErrorKind#OTHER}.
   *
   * @param report the call; null if there was none
   * @param message why there is no token and what to do; must not contain a secret
   * @param cause the cause, or null
   */
  public AuthenticationException(
      @Nullable CallReport report, String message, @Nullable Throwable cause) {
    super(report, message, cause);
    this.kind = AuthenticationErrorKind.OTHER;
    this.reason = null;
    this.provider = null;
    this.errorCode = null;
    this.correlationId = null;
    this.claims = null;
    this.status = null;
    this.retryAfter = null;
  }

  /**
   * Creates the exception of a call from the exception of a provider.
   *
   * @param report the call; null if there was none
   * @param cause the provider's exception
   */
  public AuthenticationException(@Nullable CallReport report, AuthenticationException cause) {
    super(report, cause.getMessage(), cause);
    this.kind = cause.kind;
    this.reason = cause.reason;
    this.provider = cause.provider;
    this.errorCode = cause.errorCode;
    this.correlationId = cause.correlationId;
    this.claims = cause.claims;
    this.status = cause.status;
    this.retryAfter = cause.retryAfter;
  }

  AuthenticationException(AuthenticationExceptionBuilder builder, String message) {
    super(null, message, builder.cause);
    this.kind = builder.kind;
    this.reason = builder.reason;
    this.provider = builder.provider;
    this.errorCode = builder.errorCode;
    this.correlationId = builder.correlationId;
    this.claims = builder.claims;
    this.status = builder.status;
    this.retryAfter = builder.retryAfter;
  }

  /**
   * Returns a builder of an exception with the standard message of its kind.
   *
   * @param kind the kind of the failure
   * @return a builder
   */
  public static AuthenticationExceptionBuilder builder(AuthenticationErrorKind kind) {
    return new AuthenticationExceptionBuilder(requireNonNull(kind, "kind"));
  }

  /**
   * Returns the kind of the failure.
   *
   * @return the kind
   */
  public AuthenticationErrorKind kind() {
    return kind;
  }

  /**
   * Returns why a user has to sign in.
   *
   * @return the reason, or empty if it is unknown or no sign-in is needed
   */
  public Optional<SignInReason> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns the provider that failed.
   *
   * @return the provider's name, or empty
   */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /**
   * Returns the identity provider's code for the error, such as {@code invalid_grant}.
   *
   * @return the code, or empty
   */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  /**
   * Returns the id by which the identity provider finds the request in its logs.
   *
   * @return the id, or empty
   */
  public Optional<String> correlationId() {
    return Optional.ofNullable(correlationId);
  }

  /**
   * Returns the claims that the next sign-in must request ({@link
   * canon.cpp.cloudservice.auth.TokenRequest#withClaims(String)}).
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * Returns the HTTP status of the identity provider's response.
   *
   * @return the status, or empty if there was no response
   */
  public OptionalInt status() {
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * Returns how long the identity provider asked to wait, from its response.
   *
   * @return the duration, or empty if it did not say
   */
  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public boolean isTransient() {
    return switch (kind) {
      case TIMED_OUT, TOKEN_ENDPOINT -> true;
      default -> false;
    };
  }
}
