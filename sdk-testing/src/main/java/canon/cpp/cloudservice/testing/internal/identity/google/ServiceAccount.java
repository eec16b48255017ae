package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** An account for a workload. It has an address, and keys instead of a login page. */
public final class ServiceAccount {
  private static final String PROJECT = "cloud-service-tests";
  private final String name;
  private final Set<String> impersonators = new CopyOnWriteArraySet<>();

  ServiceAccount(String name) {
    this.name = name;
  }

  public String email() {
    return name + "@" + PROJECT + ".iam.gserviceaccount.com";
  }

  public String uniqueId() {
    return LastingKeys.google(email());
  }

  String keyId() {
    return DerivedIds.uuid("service account key", name).replace("-", "");
  }

  PublicKey publicKey() {
    return keys().getPublic();
  }

  /** Allows a principal to impersonate this account, by its name in access tokens. */
  public void allowImpersonationBy(String principal) {
    impersonators.add(principal);
  }

  boolean mayBeImpersonatedBy(String principal) {
    return impersonators.contains(principal);
  }

  /** Returns the key file in Google's format. */
  public String keyFile(URI address) {
    return Json.text(
        Json.object()
            .put("type", "service_account")
            .put("project_id", PROJECT)
            .put("private_key_id", keyId())
            .put("private_key", Pem.of(keys().getPrivate()))
            .put("client_email", email())
            .put("client_id", uniqueId())
            .put("auth_uri", address + GoogleEndpoints.AUTHORIZE)
            .put("token_uri", address + GoogleEndpoints.TOKEN)
            .put("universe_domain", "googleapis.com"));
  }

  private KeyPair keys() {
    return RsaKeys.named("service account " + name);
  }
}
