package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.AddressRules;
import canon.cpp.cloudservice.internal.values.AddressRules.Flaw;
import java.util.Locale;

/**
 * An e-mail address, read from what a user types or pastes:
 *
 * <pre>{@code
 * try {
 *   EmailAddress address = EmailAddress.parse(input);      // "John Doe <john@contoso.com>; "
 *   client.users().add(address.value()).execute();         // john@contoso.com
 * } catch (InvalidEmailAddressException e) {
 *   markInput(e.index(), e.getMessage());
 * }
 * }</pre>
 *
 * <p>Only a short list of characters is rejected here: control characters, spaces, invisible
 * characters and quotation marks. The service checks more, and decides which addresses are the same
 * (D6). Two values are equal if their texts are.
 */
public final class EmailAddress {
  private static final String MAILTO = "mailto:";

  private final String value;

  private EmailAddress(String value) {
    this.value = value;
  }

  /**
   * Reads an address. Recognises {@code john@contoso.com}, {@code <john@contoso.com>}, {@code John
   * Doe <john@contoso.com>} and {@code mailto:john@contoso.com}, each with blank characters of any
   * kind around it and with a trailing semicolon or comma.
   *
   * @param text what was typed
   * @return the address without the rest; letters are kept as they were typed
   * @throws InvalidEmailAddressException if the text is not one address
   */
  public static EmailAddress parse(String text) {
    requireNonNull(text, "text");
    Range range = new Range(text).trimmed().withoutSeparators().withoutBrackets().withoutScheme();
    String address = text.substring(range.start, range.end);
    Flaw flaw = AddressRules.flaw(address, range.start);
    if (flaw != null) {
      String message = flaw.message();
      throw new InvalidEmailAddressException(
          message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1), flaw.index());
    }
    return new EmailAddress(address);
  }

  /**
   * Returns the address, as the calls take it.
   *
   * @return the address
   */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress address && address.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the address. */
  @Override
  public String toString() {
    return value;
  }

  /** The part of the text in which the address is. */
  private static final class Range {
    private final String text;
    private int start;
    private int end;

    Range(String text) {
      this.text = text;
      this.end = text.length();
    }

    Range trimmed() {
      while (start < end && isBlank(start)) {
        start++;
      }
      while (start < end && isBlank(end - 1)) {
        end--;
      }
      return this;
    }

    private boolean isBlank(int index) {
      return AddressRules.isBlank(text.charAt(index));
    }

    Range withoutSeparators() {
      while (start < end && (text.charAt(end - 1) == ';' || text.charAt(end - 1) == ',')) {
        end--;
        trimmed();
      }
      return this;
    }

    /** A name may stand before the brackets, and may have brackets itself. */
    Range withoutBrackets() {
      int open = text.lastIndexOf('<', end - 1);
      if (end - start > 1 && open >= start && text.charAt(end - 1) == '>') {
        start = open + 1;
        end--;
        return trimmed();
      }
      return this;
    }

    Range withoutScheme() {
      if (text.regionMatches(true, start, MAILTO, 0, MAILTO.length())) {
        start += MAILTO.length();
        int query = text.indexOf('?', start);
        end = query >= 0 && query < end ? query : end;
        return trimmed();
      }
      return this;
    }
  }
}
