package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connection;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import org.jspecify.annotations.Nullable;

/**
 * The account of one HTTP session: its own token provider, and its own view of the client. The
 * tokens are in memory only, and dropped when the HTTP session ends.
 */
public final class SignedIn implements HttpSessionBindingListener {
  private final Connection connection;
  private final AccountTokenProvider provider;
  private final CloudServiceClient client;
  private volatile @Nullable Session session;

  private SignedIn(Connection connection, AccountTokenProvider provider) {
    this.connection = connection;
    this.provider = provider;
    this.client = connection.client().withTokenProvider(provider);
  }

  /**
   * Signs in at the service, which makes an invited administrator active (D10). An account that is
   * not registered is accepted: it may found a site (D4).
   */
  static SignedIn with(Connection connection, AccountTokenProvider provider) {
    SignedIn signedIn = new SignedIn(connection, provider);
    try {
      signedIn.refresh();
    } catch (PermissionDeniedException e) {
      if (!e.code().equals(ProblemCode.ACCOUNT_NOT_REGISTERED)) {
        throw e;
      }
    }
    return signedIn;
  }

  /** Asks the service again who this is, for instance after founding a site. */
  public void refresh() {
    session = client.session().signIn().execute().session();
  }

  public Connection connection() {
    return connection;
  }

  public CloudServiceClient client() {
    return client;
  }

  AccountTokenProvider provider() {
    return provider;
  }

  /** Whether the account is registered at a site. */
  public boolean isRegistered() {
    return session != null;
  }

  public boolean isAdministrator() {
    Session known = session;
    return known != null && known.roles().contains(Role.ADMINISTRATOR);
  }

  /** The address of the account, for display only. */
  public String address() {
    Session known = session;
    String email = known == null ? null : known.account().email();
    if (email != null) {
      return email;
    }
    String shown = provider.account().map(SignedInAccount::displayAddress).orElse(null);
    return shown == null ? "?" : shown;
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    provider.close();
  }
}
