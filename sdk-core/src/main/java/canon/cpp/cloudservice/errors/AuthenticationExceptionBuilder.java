package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.internal.errors.AuthenticationMessages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link AuthenticationException}, for token providers. The message says what happened and
 * what to do in the words of the kind, unless other words are given.
 *
 * <pre>{@code
 * throw AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
 *     .provider("Vault")
 *     .remedy("Set VAULT_ADDR.")
 *     .build();
 * // Vault: this way to a token does not exist here. Set VAULT_ADDR.
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
   * Says why a person has to sign in.
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
   * Names who gave no token.
   *
   * @param name for people, such as {@code Microsoft (device code)}
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder provider(String name) {
    this.provider = requireNonNull(name, "name");
    return this;
  }

  /**
   * Names the identity provider's code for the error.
   *
   * @param code the code as it was received, or null. What does not look like a code is left out,
   *     because it may be a description with a person's address in it
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder errorCode(@Nullable String code) {
    this.errorCode = AuthenticationMessages.codeOrNull(code);
    return this;
  }

  /**
   * Names by what the identity provider finds the request in its logs.
   *
   * @param id the id as it was received, or null. What does not look like an id is left out
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder correlationId(@Nullable String id) {
    this.correlationId = AuthenticationMessages.codeOrNull(id);
    return this;
  }

  /**
   * Keeps the claims that the next sign-in has to ask for. They are not in the message.
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
   * Names the HTTP status of the identity provider's answer.
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
   * Says how long the identity provider asked to wait.
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
   * Says what happened in other words than the kind's.
   *
   * @param sentence without a capital at its beginning and a full stop at its end; no secret, and
   *     nothing that was received
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder summary(String sentence) {
    this.summary = requireNonNull(sentence, "sentence");
    return this;
  }

  /**
   * Says what to do in other words than the kind's.
   *
   * @param sentence one sentence or more; no secret, and nothing that was received
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AuthenticationExceptionBuilder remedy(String sentence) {
    this.remedy = requireNonNull(sentence, "sentence");
    return this;
  }

  /**
   * Keeps the cause.
   *
   * @param cause the cause, or null. Whoever logs exceptions logs its message too, so it must not
   *     be one that quotes what was received
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
   * @return the exception, to be thrown
   */
  public AuthenticationException build() {
    String what = summary == null ? AuthenticationMessages.summary(kind, reason) : summary;
    String advice = remedy == null ? AuthenticationMessages.remedy(kind, reason) : remedy;
    String reference = AuthenticationMessages.reference(errorCode, status, correlationId);
    return new AuthenticationException(
        this, AuthenticationMessages.message(provider, what, advice, reference));
  }
}
