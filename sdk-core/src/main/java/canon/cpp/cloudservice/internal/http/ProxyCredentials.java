package canon.cpp.cloudservice.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User name and password for a proxy. Not a record, because a record would print them. */
public final class ProxyCredentials {
  private final String user;
  private final String password;

  public ProxyCredentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  public String user() {
    return user;
  }

  public char[] password() {
    return password.toCharArray();
  }

  /** Returns the value of a Proxy-Authorization header. */
  public String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "with credentials";
  }
}
