package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** An OAuth client at Google, and the form of its requests. */
final class GoogleClientApp {
  /** The scopes that the service needs. */
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

  /** Returns a token request with the client's authentication; the caller adds the rest. */
  Map<String, String> form(String grantType) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grantType);
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret.value());
    return form;
  }
}
