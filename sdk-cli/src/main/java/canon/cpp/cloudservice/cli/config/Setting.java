package canon.cpp.cloudservice.cli.config;

import java.util.Locale;
import java.util.Optional;

/** A setting, which the configuration file and the environment can give. */
public enum Setting {
  /** The address of the service. */
  ENDPOINT("the address of the service"),
  /** The id of the site. */
  SITE_ID("the id of the site; changes at another site are refused"),
  /** How to sign in. */
  SIGN_IN("browser, device-code or service-account"),
  /** Whose accounts. */
  PROVIDER("microsoft or google"),
  /** The application's id. */
  CLIENT_ID("the id of your application at the identity provider"),
  /** The application's secret. */
  CLIENT_SECRET("the secret of your application"),
  /** The id of the API. */
  API_ID("the id of the service's API (Microsoft)"),
  /** The organisation. */
  TENANT("the organisation's tenant id (Microsoft)"),
  /** The audience of tokens. */
  AUDIENCE("the audience of tokens of a service account (Google)"),
  /** The key of a service account. */
  KEY_FILE("the JSON key of a service account (Google)"),
  /** The certificate of a client. */
  CERTIFICATE_FILE("a PEM file with certificate and private key (Microsoft service account)"),
  /** Another address of the identity provider. */
  IDENTITY_ENDPOINT("another address of the identity provider, for tests"),
  /** The proxy. */
  PROXY("HOST:PORT, system or none"),
  /** The user of the proxy. */
  PROXY_USER("the user name at the proxy"),
  /** The password of the proxy. */
  PROXY_PASSWORD("the password at the proxy"),
  /** More trust anchors. */
  CA_FILE("a PEM file with additional trust anchors"),
  /** The time of each call. */
  TIMEOUT("the time of each call in seconds"),
  /** An access token. */
  TOKEN("an access token, which is used as it is");

  private final String description;

  Setting(String description) {
    this.description = description;
  }

  /** Returns the key in the configuration file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name of the environment variable. */
  public String variable() {
    return "CLOUD_SERVICE_" + name();
  }

  /** Returns what the setting is. */
  public String description() {
    return description;
  }

  /** Tells whether the value is a secret. */
  public boolean isSecret() {
    return this == CLIENT_SECRET || this == PROXY_PASSWORD || this == TOKEN;
  }

  static Optional<Setting> of(String key) {
    for (Setting setting : values()) {
      if (setting.key().equals(key)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
