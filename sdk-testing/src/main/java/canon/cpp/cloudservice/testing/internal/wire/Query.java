package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. A plus is a space here, as in HTML forms, so a client that means a plus
 * must escape it. Unknown parameters are ignored.
 */
public final class Query {
  private final Map<String, List<Optional<String>>> values = new LinkedHashMap<>();
  private final FieldErrors errors;

  public Query(@Nullable String rawQuery, FieldErrors errors) {
    this.errors = errors;
    EncodedParameter.split(rawQuery)
        .forEach(
            parameter ->
                parameter
                    .name()
                    .ifPresent(
                        name ->
                            values
                                .computeIfAbsent(name, any -> new ArrayList<>())
                                .add(parameter.value())));
  }

  /** The value of a parameter, or empty if it was not sent, or sent wrongly. */
  public Optional<String> value(String name) {
    List<Optional<String>> all = values.getOrDefault(name, List.of());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    if (all.size() > 1) {
      return errors.add(name, Code.MALFORMED, "This parameter has to be sent once.");
    }
    Optional<String> decoded = all.get(0);
    return decoded.isPresent()
        ? decoded
        : errors.add(name, Code.MALFORMED, "This has to be percent-encoded UTF-8.");
  }

  /** A whole number within bounds. */
  public int number(String name, int min, int max, int absent) {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.get().matches("-?[0-9]+")) {
      errors.add(name, Code.MALFORMED, "This must be a whole number.");
      return absent;
    }
    BigInteger number = new BigInteger(text.get());
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      errors.add(name, Code.OUT_OF_RANGE, "This lies between " + min + " and " + max + ".");
      return absent;
    }
    return number.intValueExact();
  }
}
