package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.internal.errors.AuthenticationMessages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AuthenticationException}, for token providers. The message is the standard one
 * of the kind, unless a summary or remedy is set.
 *
 * <pre>{@code
 * throw AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
 *     .provider("Vault")
 *     .remedy("Set VAULT_ADDR.")
 *     .build();
 * // Vault: this token source does not exist here. Set VAULT_ADDR.
 * }</pre>
 */
public final class AuthenticationExceptionBuilder {
  final AuthenticationErrorKind kind;
  @Nullable SignInReason reason;
  @Nullable String provider;
  @Nullable String errorCode;
  @Nullable String correlationId;
  @Nullable String claims;
  @Nullable Integer status;
  @Nullable Duration retryAfter;
  @Nullable Throwable cause;
  private @Nullable String summary;
  private @Nullable String remedy;

  AuthenticationExceptionBuilder(AuthenticationErrorKind kind) {
    this.kind = kind;
  }

  /**
   * Sets why a user has to sign in.
   *
   * @param reason the reason
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder reason(SignInReason reason) {
    this.reason = requireNonNull(reason, "reason");
    return this;
  }

  /**
   * Sets the name of the provider.
   *
   * @param name the name in messages, such as {@code Microsoft (device code)}
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder provider(String name) {
    this.provider = requireNonNull(name, "name");
    return this;
  }

  /**
   * Sets the identity provider's code for the error.
   *
   * @param code the code as it was received, or null. A value that does not look like a code is
   *     omitted, because it may be a description that contains an e-mail address
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder errorCode(@Nullable String code) {
    this.errorCode = AuthenticationMessages.codeOrNull(code);
    return this;
  }

  /**
   * Sets the id by which the identity provider finds the request in its logs.
   *
   * @param id the id as it was received, or null. A value that does not look like an id is omitted
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder correlationId(@Nullable String id) {
    this.correlationId = AuthenticationMessages.codeOrNull(id);
    return this;
  }

  /**
   * Sets the claims that the next sign-in must request. They are not part of the message.
   *
   * @param claims the claims as JSON, or null
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder claims(@Nullable String claims) {
    this.claims = claims;
    return this;
  }

  /**
   * Sets the HTTP status of the identity provider's response.
   *
   * @param status the status
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder status(int status) {
    this.status = status;
    return this;
  }

  /**
   * Sets how long the identity provider asked to wait.
   *
   * @param duration the duration, or null
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder retryAfter(@Nullable Duration duration) {
    this.retryAfter = duration;
    return this;
  }

  /**
   * Replaces the standard description of what happened.
   *
   * @param sentence a sentence without an initial capital and a final full stop; must not contain a
   *     secret or received text
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder summary(String sentence) {
    this.summary = requireNonNull(sentence, "sentence");
    return this;
  }

  /**
   * Replaces the standard advice.
   *
   * @param sentence one or more sentences; must not contain a secret or received text
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder remedy(String sentence) {
    this.remedy = requireNonNull(sentence, "sentence");
    return this;
  }

  /**
   * Sets the cause.
   *
   * @param cause the cause, or null. Logs show its message, so it must not contain received text
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder cause(@Nullable Throwable cause) {
    this.cause = cause;
    return this;
  }

  /**
   * Builds the exception.
   *
   * @return the exception
   */
  public AuthenticationException build() {
    String what = summary == null ? AuthenticationMessages.summary(kind, reason) : summary;
    String advice = remedy == null ? AuthenticationMessages.remedy(kind, reason) : remedy;
    String reference = AuthenticationMessages.reference(errorCode, status, correlationId);
    return new AuthenticationException(
        this, AuthenticationMessages.message(provider, what, advice, reference));
  }
}
