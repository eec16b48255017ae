package canon.cpp.cloudservice.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;

/**
 * What somebody needs who signs in on another device, such as a phone.
 *
 * @param userCode the code to type
 * @param verificationUri the page to type it on
 * @param expiresAt until when, by this machine's clock
 */
public record DeviceCode(String userCode, URI verificationUri, Instant expiresAt) {

  /**
   * Creates the value.
   *
   * @param userCode the code to type
   * @param verificationUri the page to type it on
   * @param expiresAt until when
   * @throws NullPointerException if something is null
   */
  public DeviceCode {
    requireNonNull(userCode, "userCode");
    requireNonNull(verificationUri, "verificationUri");
    requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * What to show, in English.
   *
   * @return a sentence with page and code
   */
  public String message() {
    return "To sign in, open " + verificationUri + " in a browser and enter the code " + userCode;
  }

  /** Hides the code: whoever reads it in a log could be waiting for it. */
  @Override
  public String toString() {
    return "DeviceCode[" + verificationUri + ", expires " + expiresAt + "]";
  }
}
