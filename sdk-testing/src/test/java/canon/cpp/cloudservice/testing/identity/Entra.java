package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.Web.Reply;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A fake of Microsoft with one tenant, one account and one application. */
final class Entra implements AutoCloseable {
  static final String REDIRECT = "https://printer.contoso.com/callback";
  static final String ADMIN = "admin@contoso.com";

  /** The pair of RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  final FakeClock clock;
  final FakeEntra fake;
  final EntraTenant contoso;
  final EntraAccount admin;
  final EntraApp editor;
  final Web web;
  final String authorizePath;
  final String tokenPath;

  Entra() {
    this(new FakeClock());
  }

  private Entra(FakeClock clock) {
    this(clock, FakeEntra.start(clock));
  }

  Entra(FakeClock clock, FakeEntra fake) {
    this.clock = clock;
    this.fake = fake;
    contoso = fake.tenant("contoso.com");
    admin = contoso.account(ADMIN);
    editor = fake.app("settings-editor").redirectTo(REDIRECT);
    web = new Web(fake);
    authorizePath = path("authorize");
    tokenPath = path("token");
  }

  String path(String endpoint) {
    return "/" + contoso.id() + "/oauth2/v2.0/" + endpoint;
  }

  Map<String, String> authorizeQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", editor.clientId());
    query.put("response_type", "code");
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "openid offline_access " + fake.apiScope());
    query.put("state", "state-1");
    query.put("nonce", "nonce-1");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    return query;
  }

  URI authorizeUrl(Map<String, String> query) {
    return URI.create(fake.address() + authorizePath + "?" + Parameters.encode(query));
  }

  Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", editor.clientId());
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    form.put("client_info", "1");
    return form;
  }

  String code() {
    return code(authorizeQuery());
  }

  String code(Map<String, String> query) {
    SignInCallback callback = fake.signIn(authorizeUrl(query), ADMIN);
    return callback.parameters().get("code");
  }

  Reply tokens() {
    return web.post(tokenPath, codeForm(code()));
  }

  Map<String, String> refreshForm(String refreshToken) {
    return Map.of(
        "grant_type",
        "refresh_token",
        "client_id",
        editor.clientId(),
        "refresh_token",
        refreshToken);
  }

  @Override
  public void close() {
    fake.close();
  }
}
