package canon.cpp.cloudservice.internal.http;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/** The trust anchors and the client certificate of a transport. */
public final class TrustRules {
  public static final TrustRules SYSTEM = new TrustRules(true, Collections.emptyList(), null);

  private final boolean system;
  private final List<X509Certificate> authorities;
  private final KeyManager @Nullable [] keys;

  private TrustRules(
      boolean system, List<X509Certificate> authorities, KeyManager @Nullable [] keys) {
    this.system = system;
    this.authorities = authorities;
    this.keys = keys;
  }

  public static TrustRules only(List<X509Certificate> authorities) {
    return new TrustRules(false, authorities, null);
  }

  public TrustRules withTrustAnchors(List<X509Certificate> more) {
    List<X509Certificate> all = new ArrayList<>(authorities);
    all.addAll(more);
    return new TrustRules(system, all, keys);
  }

  public TrustRules withKeys(KeyManager[] given) {
    return new TrustRules(system, authorities, given);
  }

  /** Returns whether the trust anchors of the JVM are included. */
  boolean system() {
    return system;
  }

  List<X509Certificate> authorities() {
    return authorities;
  }

  /** Returns the client certificates, or null to use those that the JVM is configured with. */
  KeyManager @Nullable [] keys() {
    return keys;
  }

  @Override
  public String toString() {
    return (system ? "the system's authorities and " : "only ")
        + authorities.size()
        + " given"
        + (keys == null ? "" : ", with a client certificate");
  }
}
