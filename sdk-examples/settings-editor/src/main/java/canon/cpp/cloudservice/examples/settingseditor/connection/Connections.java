package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.TrustSettings;
import java.net.URI;

/**
 * The current connection. New network settings replace it as a whole, which ends the sign-ins that
 * were made over the old one: their token providers send their requests over it.
 */
public final class Connections implements AutoCloseable {
  private final URI serviceAddress;
  private final TrustSettings trust;
  private final SignInApps apps;
  private final NetworkStore store;
  private volatile Connection current;

  /**
   * Opens the connection with the settings that were kept.
   *
   * @param trust the trust anchors to which the administrator adds
   */
  public Connections(URI serviceAddress, TrustSettings trust, SignInApps apps, NetworkStore store) {
    this.serviceAddress = serviceAddress;
    this.trust = trust;
    this.apps = apps;
    this.store = store;
    this.current = open(store.load(), serviceAddress, trust, apps);
  }

  public Connection current() {
    return current;
  }

  /**
   * Replaces the connection and keeps its settings.
   *
   * @throws IllegalArgumentException if the settings are not valid; then nothing changes
   */
  public synchronized void change(NetworkChoice choice) {
    Connection fresh = open(choice, serviceAddress, trust, apps);
    store.save(choice);
    Connection old = current;
    current = fresh;
    old.close();
  }

  @Override
  public void close() {
    current.close();
  }

  private static Connection open(
      NetworkChoice choice, URI serviceAddress, TrustSettings trust, SignInApps apps) {
    HttpTransport network =
        HttpTransport.jdk().proxy(choice.proxy()).trust(choice.trust(trust)).build();
    CloudServiceClient client =
        CloudServiceClient.builder(serviceAddress)
            .transport(network)
            .appInfo("SettingsEditorExample/1.0")
            .build();
    return new Connection(choice, network, client, apps.on(network));
  }
}
