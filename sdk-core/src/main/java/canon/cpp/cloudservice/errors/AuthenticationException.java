package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * No token could be had, so the call was not made. Thrown by token providers; the library adds the
 * call. {@link #kind()} tells programs what happened; the message tells people, and what to do.
 *
 * <pre>{@code
 * TokenProvider provider = request -> {
 *   throw new AuthenticationException("No token in the vault. Store one under prismasync-token.", null);
 * };
 * }</pre>
 *
 * <p>Messages name the provider, its error code and its correlation id. They never hold the
 * provider's own description, a body, a token or a person's address.
 */
public final class AuthenticationException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it was. */
  private final AuthenticationErrorKind kind;

  /** Why a person has to sign in, or null. */
  private final @Nullable SignInReason reason;

  /** The provider's name, or null. */
  private final @Nullable String provider;

  /** The provider's code for the error, or null. */
  private final @Nullable String errorCode;

  /** By which the provider finds the request, or null. */
  private final @Nullable String correlationId;

  /** What has to be shown by signing in, or null. */
  private final @Nullable String claims;

  /** The provider's HTTP status, or null. */
  private final @Nullable Integer status;

  /** How long the provider asked to wait, or null. */
  private final @Nullable Duration retryAfter;

  /**
   * Creates the exception, for a token provider: of kind {@link AuthenticationErrorKind#OTHER}.
   * {@link #builder(AuthenticationErrorKind)} makes one of another kind.
   *
   * @param message why there is no token, and what to do; no secret
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
   * @param message why there is no token, and what to do; no secret
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
   * Creates the exception of a call out of a provider's: all that it tells, and the call.
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
   * Starts to build an exception that says what happened and what to do in the words of its kind.
   *
   * @param kind what kind of failure it was
   * @return a builder
   */
  public static AuthenticationExceptionBuilder builder(AuthenticationErrorKind kind) {
    return new AuthenticationExceptionBuilder(requireNonNull(kind, "kind"));
  }

  /**
   * What kind of failure it was.
   *
   * @return the kind
   */
  public AuthenticationErrorKind kind() {
    return kind;
  }

  /**
   * Why a person has to sign in.
   *
   * @return the reason, or empty if it is not known or nobody has to
   */
  public Optional<SignInReason> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Who gave no token.
   *
   * @return the provider's name, or empty
   */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /**
   * The identity provider's code for the error, such as {@code invalid_grant}.
   *
   * @return the code, or empty
   */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  /**
   * By which the identity provider finds the request in its logs.
   *
   * @return the id, or empty
   */
  public Optional<String> correlationId() {
    return Optional.ofNullable(correlationId);
  }

  /**
   * The claims that the next sign-in has to ask for ({@link
   * canon.cpp.cloudservice.auth.TokenRequest#withClaims(String)}).
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * The HTTP status of the identity provider's answer.
   *
   * @return the status, or empty if there was no answer
   */
  public OptionalInt status() {
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /**
   * How long the identity provider asked to wait, counted from its answer.
   *
   * @return the duration, or empty if it did not ask
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
