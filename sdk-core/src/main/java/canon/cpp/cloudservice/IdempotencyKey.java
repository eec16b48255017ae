package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Creates keys for {@link Change#idempotencyKey(String)} from what identifies a change in the host,
 * such as a job and an address. The same parts always give the same key, on every machine and in
 * every version.
 *
 * <pre>{@code
 * client.users().add(email).idempotencyKey(IdempotencyKey.of("import-2031", email)).execute();
 * }</pre>
 */
public final class IdempotencyKey {
  private IdempotencyKey() {}

  /**
   * Returns the key of these parts. It is a hash (SHA-256), so the parts may be of any length, have
   * any characters, and do not appear in the key. Their order and their borders count: {@code ("a",
   * "bc")} and {@code ("ab", "c")} give different keys.
   *
   * @param parts what identifies the change; at least one. Name the job or the day among them,
   *     since the service would answer a later change with the result of an earlier one under the
   *     same key
   * @return a key of 43 characters
   * @throws IllegalArgumentException if there is no part
   */
  public static String of(String... parts) {
    requireNonNull(parts, "parts");
    if (parts.length == 0) {
      throw new IllegalArgumentException("An idempotency key needs at least one part");
    }
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] text = requireNonNull(part, "part").getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      digest.update(text);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
