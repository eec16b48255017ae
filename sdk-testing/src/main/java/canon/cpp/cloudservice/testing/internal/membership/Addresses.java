package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import java.util.Optional;

/** Reads addresses from requests. */
final class Addresses {
  private Addresses() {}

  static Optional<Address> read(BodyFields fields, String field) {
    return fields.text(field, Limits.EMAIL).flatMap(typed -> parse(fields.errors(), field, typed));
  }

  static Optional<Address> parse(FieldErrors errors, String field, String typed) {
    try {
      return Optional.of(Address.parse(typed));
    } catch (InvalidAddressException e) {
      return errors.add(field, e.code(), String.valueOf(e.getMessage()));
    }
  }
}
