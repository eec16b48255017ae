package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.google.ServiceAccount;
import java.net.URI;

/**
 * An account for a workload at Google. It has an address and is added like any other account (D34).
 *
 * <pre>{@code
 * GoogleServiceAccount tool = google.serviceAccount("partner-tool");
 * Files.writeString(path, tool.keyJson());
 * google.serviceAccount("members").allowImpersonationBy(tool.email());
 * }</pre>
 */
public final class GoogleServiceAccount {
  private final URI address;
  private final ServiceAccount account;

  GoogleServiceAccount(URI address, ServiceAccount account) {
    this.address = address;
    this.account = account;
  }

  /**
   * Returns its address.
   *
   * @return the claim {@code email}
   */
  public String email() {
    return account.email();
  }

  /**
   * Returns its id.
   *
   * @return the claim {@code sub}: 21 digits
   */
  public String uniqueId() {
    return account.uniqueId();
  }

  /**
   * Returns the file with its private key. The addresses in it are those of the fake.
   *
   * @return JSON in Google's format
   */
  public String keyJson() {
    return account.keyFile(address);
  }

  /**
   * Allows a principal to obtain tokens for this account.
   *
   * @param principal the address of another service account, or {@link FakeGoogle#principal}
   * @return this account
   */
  public GoogleServiceAccount allowImpersonationBy(String principal) {
    account.allowImpersonationBy(requireNonNull(principal, "principal"));
    return this;
  }

  ServiceAccount account() {
    return account;
  }

  @Override
  public String toString() {
    return "GoogleServiceAccount[" + account.uniqueId() + "]";
  }
}
