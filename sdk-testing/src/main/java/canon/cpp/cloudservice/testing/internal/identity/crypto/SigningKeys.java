package canon.cpp.cloudservice.testing.internal.identity.crypto;

import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a provider: the newest one signs, the older ones stay published. */
public final class SigningKeys {
  private final String name;
  private final Map<String, RSAPublicKey> published = new LinkedHashMap<>();
  private KeyPair current;
  private String currentId;

  public SigningKeys(String name) {
    this.name = name;
    this.currentId = name + "-key-1";
    this.current = RsaKeys.named(currentId);
    published.put(currentId, (RSAPublicKey) current.getPublic());
  }

  /** Signs with a new key from now on. Existing tokens stay valid. */
  public synchronized void rotate() {
    currentId = name + "-key-" + (published.size() + 1);
    current = RsaKeys.named(currentId);
    published.put(currentId, (RSAPublicKey) current.getPublic());
  }

  public synchronized String sign(ObjectNode claims) {
    return Jwt.sign(currentId, claims, current.getPrivate());
  }

  /** Returns the public keys by their ids. */
  public synchronized Map<String, RSAPublicKey> published() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(published));
  }

  /** Returns the public keys as a JSON Web Key Set (RFC 7517). */
  public ObjectNode toJson() {
    ObjectNode set = Json.object();
    ArrayNode keys = set.putArray("keys");
    published()
        .forEach(
            (id, key) ->
                keys.addObject()
                    .put("kty", "RSA")
                    .put("use", "sig")
                    .put("alg", Jwt.RS256)
                    .put("kid", id)
                    .put("n", Base64Url.encode(key.getModulus()))
                    .put("e", Base64Url.encode(key.getPublicExponent())));
    return set;
  }
}
