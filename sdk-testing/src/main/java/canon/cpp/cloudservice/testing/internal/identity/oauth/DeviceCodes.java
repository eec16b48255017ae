package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Device codes (RFC 8628).
 *
 * @param <A> the provider's kind of account
 */
public final class DeviceCodes<A> {
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
  private final SerialTokens texts;
  private final Map<String, PendingDevice<A>> byDeviceCode = new HashMap<>();
  private final Map<String, PendingDevice<A>> byUserCode = new HashMap<>();

  public DeviceCodes(String name) {
    this.texts = new SerialTokens(name + "-device");
  }

  /** The state of a device code. */
  public enum DeviceState {
    PENDING,
    SLOW_DOWN,
    EXPIRED,
    DENIED,
    UNKNOWN,
    APPROVED
  }

  /** The device code and the user code. */
  public record Pair(String deviceCode, String userCode) {}

  /** The response to a poll. It has a user exactly if the code was approved. */
  public record Answer<A>(DeviceState state, Optional<CompletedSignIn<A>> signedIn) {}

  /** A device that waits, as the page for its code shows it. */
  public record Waiting(String realm, String clientId, List<String> scopes) {}

  public synchronized Pair issue(Waiting device, boolean offline, Instant expiresAt) {
    String deviceCode = texts.next();
    PendingDevice<A> issued = new PendingDevice<>(device, offline, expiresAt);
    String userCode = userCode(deviceCode);
    byDeviceCode.put(deviceCode, issued);
    byUserCode.put(userCode, issued);
    return new Pair(deviceCode, userCode);
  }

  /** Returns the device with this code, unless it is completed or expired. */
  public synchronized Optional<Waiting> waiting(String userCode, Instant now) {
    return open(userCode, now).map(issued -> issued.device);
  }

  public synchronized boolean approve(String userCode, A account, Instant now) {
    Optional<PendingDevice<A>> issued = open(userCode, now);
    issued.ifPresent(code -> code.account = account);
    return issued.isPresent();
  }

  public synchronized boolean deny(String userCode, Instant now) {
    Optional<PendingDevice<A>> issued = open(userCode, now);
    issued.ifPresent(code -> code.denied = true);
    return issued.isPresent();
  }

  /** Handles the poll of a device. */
  public synchronized Answer<A> poll(
      String clientId, String deviceCode, Duration interval, Instant now) {
    PendingDevice<A> code = byDeviceCode.get(deviceCode);
    if (code == null || code.redeemed || !code.device.clientId().equals(clientId)) {
      return new Answer<>(DeviceState.UNKNOWN, Optional.empty());
    }
    Instant last = code.lastPoll;
    code.lastPoll = now;
    if (!now.isBefore(code.expiresAt)) {
      return new Answer<>(DeviceState.EXPIRED, Optional.empty());
    }
    if (last != null && now.isBefore(last.plus(interval))) {
      return new Answer<>(DeviceState.SLOW_DOWN, Optional.empty());
    }
    if (code.denied) {
      return new Answer<>(DeviceState.DENIED, Optional.empty());
    }
    A account = code.account;
    if (account == null) {
      return new Answer<>(DeviceState.PENDING, Optional.empty());
    }
    code.redeemed = true;
    CompletedSignIn<A> signedIn =
        new CompletedSignIn<>(
            deviceCode, clientId, account, code.device.scopes(), "", "", code.offline);
    return new Answer<>(DeviceState.APPROVED, Optional.of(signedIn));
  }

  private Optional<PendingDevice<A>> open(String userCode, Instant now) {
    String canonical = userCode.trim().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(byUserCode.get(canonical)).filter(code -> code.isOpen(now));
  }

  /** Eight letters without vowels, so that they do not form words. */
  private static String userCode(String deviceCode) {
    byte[] digest = DerivedIds.digest("user code", deviceCode);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(i == 4 ? "-" : "").append(LETTERS.charAt((digest[i] & 0xff) % LETTERS.length()));
    }
    return code.toString();
  }

  /** A code that was issued. */
  private static final class PendingDevice<A> {
    private final Waiting device;
    private final boolean offline;
    private final Instant expiresAt;
    private @Nullable Instant lastPoll;
    private @Nullable A account;
    private boolean denied;
    private boolean redeemed;

    PendingDevice(Waiting device, boolean offline, Instant expiresAt) {
      this.device = device;
      this.offline = offline;
      this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
      return account == null && !denied && now.isBefore(expiresAt);
    }
  }
}
