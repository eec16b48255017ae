package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.SignInApp;
import java.util.Map;

/**
 * One network with the client and the sign-in on it: the proxy and the trust anchors hold for the
 * service and for the identity providers.
 *
 * @param choice the settings of the network
 * @param network sends all requests
 * @param client the client without an account
 * @param apps this program as it is registered at each identity provider
 */
public record Connection(
    NetworkChoice choice,
    HttpTransport network,
    CloudServiceClient client,
    Map<IdentityProvider, SignInApp> apps)
    implements AutoCloseable {

  @Override
  public void close() {
    client.close();
    network.close();
  }
}
