package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.Web.Reply;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A fake of Google with one account and one application. */
final class Google implements AutoCloseable {
  static final String REDIRECT = "https://printer.contoso.com/callback";
  static final String JOHN = "john.doe@gmail.com";
  static final String SECRET = "not-a-real-secret";
  static final String AUTHORIZE = "/o/oauth2/v2/auth";

  final FakeClock clock;
  final FakeGoogle fake;
  final GoogleAccount john;
  final GoogleClient editor;
  final Web web;

  Google() {
    this(new FakeClock());
  }

  private Google(FakeClock clock) {
    this(clock, FakeGoogle.start(clock));
  }

  Google(FakeClock clock, FakeGoogle fake) {
    this.clock = clock;
    this.fake = fake;
    john = fake.account(JOHN);
    editor = fake.client("settings-editor").redirectTo(REDIRECT).secret(SECRET);
    web = new Web(fake);
  }

  Map<String, String> authorizeQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", editor.clientId());
    query.put("response_type", "code");
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "openid email");
    query.put("state", "state-1");
    query.put("nonce", "nonce-1");
    query.put("access_type", "offline");
    query.put("code_challenge", Entra.CHALLENGE);
    query.put("code_challenge_method", "S256");
    return query;
  }

  URI authorizeUrl(Map<String, String> query) {
    return URI.create(fake.address() + AUTHORIZE + "?" + Parameters.encode(query));
  }

  String code(Map<String, String> query) {
    return fake.signIn(authorizeUrl(query), JOHN).parameters().get("code");
  }

  Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", editor.clientId());
    form.put("client_secret", SECRET);
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", Entra.VERIFIER);
    return form;
  }

  Reply tokens() {
    return token(codeForm(code(authorizeQuery())));
  }

  Reply refresh(String refreshToken) {
    return token(
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            editor.clientId(),
            "client_secret",
            SECRET,
            "refresh_token",
            refreshToken));
  }

  Reply token(Map<String, String> form) {
    return web.post("/token", form);
  }

  /** The claims of a service account's assertion, without those that name the token. */
  ObjectNode wish(GoogleServiceAccount account) {
    long now = clock.instant().getEpochSecond();
    return Json.object()
        .put("iss", account.email())
        .put("aud", fake.address() + "/token")
        .put("iat", now)
        .put("exp", now + 3600);
  }

  Reply sign(GoogleServiceAccount account, ObjectNode claims) {
    var file = Json.readObject(account.keyJson());
    return send(Jwt.sign(file.path("private_key_id").asText(), claims, key(account)));
  }

  Reply send(String assertion) {
    return token(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
  }

  static PrivateKey key(GoogleServiceAccount account) {
    var pem = Json.readObject(account.keyJson()).path("private_key").asText();
    var bytes = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    fake.close();
  }
}
