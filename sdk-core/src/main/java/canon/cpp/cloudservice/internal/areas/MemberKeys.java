package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.values.AddressRules;
import canon.cpp.cloudservice.internal.values.AddressRules.Flaw;
import canon.cpp.cloudservice.internal.values.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Adds addresses and keys of members to requests. Users type them, so a bad one fails the call as
 * if the service had rejected it; it is not a misuse of the library. Only what is wrong for ever is
 * found here: the service canonicalises addresses, so that no released client fixes a rule (D6).
 */
final class MemberKeys {
  private static final int MAX_LENGTH = 254;

  private static final int MAX_ETAG = 64;

  private MemberKeys() {}

  /** Checks an etag, which comes from the service and is never typed. */
  static String etag(String etag) {
    if (!isQuoted(requireNonNull(etag, "etag"))) {
      throw new IllegalArgumentException(
          "The etag must be that of a user or administrator, unchanged, with its quotation marks");
    }
    return etag;
  }

  /** Returns whether a text is 1 to 64 visible characters between quotation marks. */
  private static boolean isQuoted(String etag) {
    int end = etag.length() - 1;
    if (end < 2 || end - 1 > MAX_ETAG || etag.charAt(0) != '"' || etag.charAt(end) != '"') {
      return false;
    }
    for (int i = 1; i < end; i++) {
      char c = etag.charAt(i);
      if (c <= 0x20 || c == '"' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Adds a body with an address. */
  static OperationBuilder email(OperationBuilder operation, String email) {
    requireNonNull(email, "email");
    return operation
        .body(new JsonBody().with("email", email))
        .subject(email)
        .invalid(address("email", email));
  }

  /** Adds an address or an id to the path; the service decides on the form of its ids. */
  static OperationBuilder key(OperationBuilder operation, String name, String key) {
    requireNonNull(key, name);
    FieldError error = key.indexOf('@') >= 0 ? address(name, key) : id(name, key);
    return error == null ? operation.path(name, key) : operation.invalid(error);
  }

  private static @Nullable FieldError address(String name, String text) {
    Flaw flaw = AddressRules.flaw(text);
    return flaw == null ? null : new FieldError(name, flaw.code(), flaw.message());
  }

  private static @Nullable FieldError id(String name, String key) {
    try {
      String unused = Checks.key(name, key, MAX_LENGTH);
      return null;
    } catch (IllegalArgumentException e) {
      return new FieldError(name, "malformed", String.valueOf(e.getMessage()));
    }
  }
}
