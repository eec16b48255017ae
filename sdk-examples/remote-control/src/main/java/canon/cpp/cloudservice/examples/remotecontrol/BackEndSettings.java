package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * What an operator configures; the same on all nodes. No component prints a secret.
 *
 * @param serviceAddress the address of the cloud service
 * @param publicAddress the address of the back end as browsers see it, without a path
 * @param authority Microsoft's cloud, such as {@code https://login.microsoftonline.com}
 * @param clientId the back end's application id at Microsoft
 * @param clientSecret its secret
 * @param apiId the application id of the service's API at Microsoft
 * @param scope the scope of the back end that the app requests, without the id: {@code access}
 * @param googleClientIds the app's client ids at Google, whose ID tokens are passed through
 * @param timeout the limit of a call to the service; shorter than the time that the app waits
 * @param sealingKey seals a sign-in in progress
 * @param storeKey encrypts stored sign-ins: AES, 256 bits
 */
public record BackEndSettings(
    URI serviceAddress,
    URI publicAddress,
    URI authority,
    String clientId,
    Secret clientSecret,
    String apiId,
    String scope,
    Set<String> googleClientIds,
    Duration timeout,
    SealingKey sealingKey,
    SecretKey storeKey) {

  /** Copies the set. */
  public BackEndSettings {
    googleClientIds = Set.copyOf(googleClientIds);
  }

  /** Shows no key and no secret. */
  @Override
  public String toString() {
    return "BackEndSettings[" + publicAddress + " for " + serviceAddress + "]";
  }
}
