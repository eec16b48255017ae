package canon.cpp.cloudservice.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts and bytes that are known to cause defects, and random ones. */
public final class HostileStrings {
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\t",
          "\r\n",
          "\n",
          "\u0000",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\uffff",
          "\ud800",
          "\udc00",
          "😀",
          "é",
          "٣",
          "İ",
          "\"",
          "\\",
          "'",
          "`",
          ",",
          ";",
          "=",
          "/",
          "..",
          "%",
          "%00",
          "%s",
          "{}",
          "${x}",
          "<",
          "&",
          "+",
          "-",
          "-1",
          "0",
          "00",
          "1e9",
          "NaN",
          "null",
          "9223372036854775808",
          "99999999999999999999",
          "1e999999999",
          "0x10",
          "GMT",
          "+9999",
          "Bearer",
          "bearer ",
          "claims=\"",
          "error=",
          "https://",
          "http://[",
          "@",
          "#",
          "?");

  private HostileStrings() {}

  public static <T> T one(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A text of a few pieces; occasionally a long one. */
  public static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? any(random) : one(random, PIECES));
    }
    return random.nextInt(12) == 0 ? text.toString().repeat(random.nextInt(500)) : text.toString();
  }

  /** The text with pieces of it missing, repeated or replaced. */
  public static String mutated(RandomGenerator random, String text) {
    String mutated = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int start = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), start + random.nextInt(8));
      String piece =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> mutated.substring(start, end).repeat(1 + random.nextInt(3));
            case 2 -> String.valueOf(any(random));
            default -> one(random, PIECES);
          };
      mutated = mutated.substring(0, start) + piece + mutated.substring(end);
    }
    return mutated;
  }

  public static byte[] bytes(RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(8) == 0 ? 5_000 : 40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static char any(RandomGenerator random) {
    return (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
  }
}
