package canon.cpp.cloudservice.testing.internal.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query or a form. A plus is a space, as in HTML forms.
 *
 * @param name the decoded name; empty if it is not percent-encoded UTF-8
 * @param value the decoded value; empty if it is not percent-encoded UTF-8
 */
record EncodedParameter(Optional<String> name, Optional<String> value) {

  /** Splits a raw query or form. */
  static List<EncodedParameter> split(@Nullable String raw) {
    return raw == null || raw.isEmpty()
        ? List.of()
        : Arrays.stream(raw.split("&", -1)).map(EncodedParameter::of).toList();
  }

  private static EncodedParameter of(String pair) {
    int equals = pair.indexOf('=');
    return new EncodedParameter(
        decode(equals < 0 ? pair : pair.substring(0, equals)),
        equals < 0 ? Optional.of("") : decode(pair.substring(equals + 1)));
  }

  private static Optional<String> decode(String raw) {
    return PercentDecoder.decode(raw.replace('+', ' '));
  }
}
