package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

/**
 * An error of Microsoft Entra ID, as its token endpoint returns it. The numbers are those of
 * Microsoft's published list (AADSTS…).
 *
 * <pre>{@code
 * entra.faults().on(IdentityEndpoint.TOKEN).times(1).reject(EntraError.mfaRequired());
 * contoso.account("admin@contoso.com").requireBeforeToken(EntraError.claimsRequired("{\"access_token\":{}}"));
 * }</pre>
 *
 * @param status the HTTP status
 * @param error the OAuth error code, such as {@code invalid_grant}
 * @param code the number after {@code AADSTS}
 * @param text the description
 * @param suberror Microsoft's sub-code, such as {@code consent_required}; empty if there is none
 * @param claims the claims that a new sign-in has to request, as JSON; empty if none
 */
public record EntraError(
    int status, String error, int code, String text, String suberror, String claims) {
  /**
   * Makes an error.
   *
   * @param status the HTTP status
   * @param error OAuth's word, such as {@code invalid_grant}
   * @param code the number after {@code AADSTS}
   * @param text for people
   * @param suberror Microsoft's finer word, such as {@code consent_required}; empty if there is
   *     none
   * @param claims what a new sign-in has to ask for, in JSON; empty if nothing
   */
  public EntraError {
    requireNonNull(error, "error");
    requireNonNull(text, "text");
    requireNonNull(suberror, "suberror");
    requireNonNull(claims, "claims");
  }

  /**
   * Returns an error.
   *
   * @param error the OAuth error code, such as {@code invalid_grant}
   * @param code the number after {@code AADSTS}
   * @param text the description
   * @return the error, with status 400
   */
  public static EntraError of(String error, int code, String text) {
    return new EntraError(400, error, code, text, "", "");
  }

  /**
   * Returns the error for a required second factor.
   *
   * @return the error
   */
  public static EntraError mfaRequired() {
    String text = "You must use multi-factor authentication to access the resource.";
    return of("interaction_required", 50076, text).withSuberror("basic_action");
  }

  /**
   * Returns the error for a missing consent.
   *
   * @return the error
   */
  public static EntraError consentRequired() {
    String text = "The user or administrator has not consented to use the application.";
    return of("invalid_grant", 65001, text).withSuberror("consent_required");
  }

  /**
   * Returns the error for an expired password.
   *
   * @return the error
   */
  public static EntraError passwordExpired() {
    String text = "The password is expired.";
    return of("invalid_grant", 50055, text).withSuberror("user_password_expired");
  }

  /**
   * Returns the error of a claims challenge: a policy requires more than the sign-in has proved.
   *
   * @param claims the claims that a new sign-in has to request, as JSON
   * @return the error
   */
  public static EntraError claimsRequired(String claims) {
    String text = "Access has been blocked until the demanded claims are shown.";
    EntraError error = of("interaction_required", 50079, text).withSuberror("basic_action");
    return new EntraError(400, error.error, error.code, text, error.suberror, claims);
  }

  /**
   * Returns the error for a sign-in method that a policy of the tenant forbids.
   *
   * @return the error
   */
  public static EntraError blockedByPolicy() {
    String text = "Access has been blocked by Conditional Access policies.";
    return of("invalid_grant", 53003, text).withSuberror("message_only");
  }

  /**
   * Returns the error for a required confirmation by the user, which some tenants demand for
   * devices.
   *
   * @return the error
   */
  public static EntraError confirmationRequired() {
    String text = "For security reasons, user confirmation is required for this request.";
    return of("interaction_required", 50199, text);
  }

  /**
   * Returns the same error with another OAuth code. Microsoft uses {@code interaction_required} in
   * some places and {@code invalid_grant} in others for the same number.
   *
   * @param word such as {@code invalid_grant}
   * @return another error
   */
  public EntraError withError(String word) {
    return new EntraError(status, word, code, text, suberror, claims);
  }

  /**
   * Returns the same error with a sub-code.
   *
   * @param word such as {@code bad_token}
   * @return another error
   */
  public EntraError withSuberror(String word) {
    return new EntraError(status, error, code, text, word, claims);
  }

  /**
   * Returns the same error with another status.
   *
   * @param other the HTTP status
   * @return another error
   */
  public EntraError withStatus(int other) {
    return new EntraError(other, error, code, text, suberror, claims);
  }
}
