package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** An OAuth client to which users sign in. */
public final class GoogleRegistration {
  private final String clientId;
  private final Set<String> redirects = new CopyOnWriteArraySet<>();
  private final Set<String> secrets = new CopyOnWriteArraySet<>();

  GoogleRegistration(String name) {
    String number = DerivedIds.digits("google client", name).substring(0, 12);
    String tail = DerivedIds.uuid("google client", name).replace("-", "").toLowerCase(Locale.ROOT);
    this.clientId = number + "-" + tail + ".apps.googleusercontent.com";
  }

  public String clientId() {
    return clientId;
  }

  public void addRedirect(String address) {
    redirects.add(address);
  }

  Set<String> redirects() {
    return redirects;
  }

  public void addSecret(String secret) {
    secrets.add(secret);
  }

  boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  boolean hasSecret(String secret) {
    return secrets.contains(secret);
  }
}
