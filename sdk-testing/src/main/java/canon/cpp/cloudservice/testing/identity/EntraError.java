package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

/**
 * An error of Microsoft Entra ID, in the form in which its token endpoint tells it. The numbers are
 * those of Microsoft's published list (AADSTS…).
 *
 * <pre>{@code
 * entra.faults().on(IdentityEndpoint.TOKEN).times(1).reject(EntraError.mfaRequired());
 * contoso.account("admin@contoso.com").requireBeforeToken(EntraError.claimsRequired("{\"access_token\":{}}"));
 * }</pre>
 *
 * @param status the HTTP status
 * @param error OAuth's word, such as {@code invalid_grant}
 * @param code the number after {@code AADSTS}
 * @param text for people
 * @param suberror Microsoft's finer word, such as {@code consent_required}; empty if there is none
 * @param claims what a new sign-in has to ask for, in JSON; empty if nothing
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
   * Any error.
   *
   * @param error OAuth's word, such as {@code invalid_grant}
   * @param code the number after {@code AADSTS}
   * @param text for people
   * @return the error, with status 400
   */
  public static EntraError of(String error, int code, String text) {
    return new EntraError(400, error, code, text, "", "");
  }

  /**
   * The account has to sign in with a second factor.
   *
   * @return the error
   */
  public static EntraError mfaRequired() {
    String text = "You must use multi-factor authentication to access the resource.";
    return of("interaction_required", 50076, text).withSuberror("basic_action");
  }

  /**
   * Somebody has to consent to what the program wants.
   *
   * @return the error
   */
  public static EntraError consentRequired() {
    String text = "The user or administrator has not consented to use the application.";
    return of("invalid_grant", 65001, text).withSuberror("consent_required");
  }

  /**
   * The password has expired.
   *
   * @return the error
   */
  public static EntraError passwordExpired() {
    String text = "The password is expired.";
    return of("invalid_grant", 50055, text).withSuberror("user_password_expired");
  }

  /**
   * A policy demands more than the sign-in has shown (a claims challenge).
   *
   * @param claims what a new sign-in has to ask for, in JSON
   * @return the error
   */
  public static EntraError claimsRequired(String claims) {
    String text = "Access has been blocked until the demanded claims are shown.";
    EntraError error = of("interaction_required", 50079, text).withSuberror("basic_action");
    return new EntraError(400, error.error, error.code, text, error.suberror, claims);
  }

  /**
   * A policy of the tenant forbids this way of signing in.
   *
   * @return the error
   */
  public static EntraError blockedByPolicy() {
    String text = "Access has been blocked by Conditional Access policies.";
    return of("invalid_grant", 53003, text).withSuberror("message_only");
  }

  /**
   * The user has to confirm that this is wanted, which some tenants' policies demand of devices.
   *
   * @return the error
   */
  public static EntraError confirmationRequired() {
    String text = "For security reasons, user confirmation is required for this request.";
    return of("interaction_required", 50199, text);
  }

  /**
   * The same error with another word. Microsoft says {@code interaction_required} at some places
   * and {@code invalid_grant} at others for one and the same number.
   *
   * @param word such as {@code invalid_grant}
   * @return another error
   */
  public EntraError withError(String word) {
    return new EntraError(status, word, code, text, suberror, claims);
  }

  /**
   * The same error with a finer word.
   *
   * @param word such as {@code bad_token}
   * @return another error
   */
  public EntraError withSuberror(String word) {
    return new EntraError(status, error, code, text, word, claims);
  }

  /**
   * The same error with another status.
   *
   * @param other the HTTP status
   * @return another error
   */
  public EntraError withStatus(int other) {
    return new EntraError(other, error, code, text, suberror, claims);
  }
}
