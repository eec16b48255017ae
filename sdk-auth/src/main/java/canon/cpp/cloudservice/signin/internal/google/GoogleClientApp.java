package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program that is registered at Google for people to sign in with, and how it asks. */
final class GoogleClientApp {
  /** All that the service needs to know of somebody. */
  static final String SCOPE = "openid email";

  private final String clientId;
  private final Secret clientSecret;
  private final GoogleAddresses addresses;
  private final IdentityHttp http;
  private final Clock clock;

  GoogleClientApp(
      HttpTransport network,
      String clientId,
      Secret clientSecret,
      GoogleAddresses addresses,
      Clock clock) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.addresses = addresses;
    this.http = new IdentityHttp(network, "Google", clock);
    this.clock = clock;
  }

  String clientId() {
    return clientId;
  }

  GoogleAddresses addresses() {
    return addresses;
  }

  IdentityHttp http() {
    return http;
  }

  GoogleErrors rejections() {
    return new GoogleErrors(http);
  }

  Clock clock() {
    return clock;
  }

  /** A token request in which the program proves itself; the rest is to be added. */
  Map<String, String> form(String grantType) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grantType);
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret.value());
    return form;
  }
}
