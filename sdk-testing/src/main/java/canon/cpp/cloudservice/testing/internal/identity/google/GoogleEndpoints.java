package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.http.Route;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DevicePages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RefreshTokens;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInFlow;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInPages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** All endpoints of Google's fake. Google has them on several hosts. */
public final class GoogleEndpoints {
  static final String AUTHORIZE = "/o/oauth2/v2/auth";
  static final String TOKEN = "/token";
  static final String DEVICE_PAGE = "/device";
  private static final String KEYS = "/oauth2/v3/certs";
  private static final String LOGIN = "/login";
  private static final String DEVICE_CODE = "/device/code";
  private static final String REVOKE = "/revoke";
  private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String IMPERSONATE = "/v1/projects/-/serviceAccounts/{account}:";
  private static final String NAME = "fake-google";
  private static final String TITLE = "Fake Google sign-in";

  private final RefreshTokens<GoogleAccount> refreshTokens = new RefreshTokens<>(NAME);
  private final SignInFlow<GoogleAccount> flow;
  private final DevicePages<GoogleAccount> devicePages;
  private final List<Route> routes;
  private final List<Route> hostRoutes;

  public GoogleEndpoints(
      URI address,
      Clock clock,
      TokenLifetimes lifetimes,
      SigningKeys keys,
      GoogleDirectory directory) {
    AuthorizationCodes<GoogleAccount> codes = new AuthorizationCodes<>(NAME);
    DeviceCodes<GoogleAccount> deviceCodes = new DeviceCodes<>(NAME);
    AccessTokens accessTokens = new AccessTokens();
    GoogleTokens tokens = new GoogleTokens(address, keys, lifetimes, accessTokens);
    GoogleSignIn rules = new GoogleSignIn(directory);
    GoogleClientAuthentication programs = new GoogleClientAuthentication(directory);
    flow = new SignInFlow<>(NAME, rules, codes, clock);
    SignInPages<GoogleAccount> pages = new SignInPages<>(TITLE, NAME + "-session", LOGIN, flow);
    devicePages =
        new DevicePages<>(
            TITLE, DEVICE_PAGE, deviceCodes, (realm, email) -> directory.findAccount(email), clock);
    UserGrants people =
        new UserGrants(programs, lifetimes, tokens, codes, refreshTokens, deviceCodes);
    AssertionGrant assertion = new AssertionGrant(address + TOKEN, directory, tokens);
    GoogleTokenEndpoint token =
        new GoogleTokenEndpoint(
            clock,
            Map.of(
                "authorization_code",
                people::forCode,
                "refresh_token",
                people::forRefreshToken,
                DEVICE_GRANT,
                people::forDevice,
                AssertionGrant.TYPE,
                assertion));
    ImpersonationEndpoint impersonation =
        new ImpersonationEndpoint(clock, directory, accessTokens, tokens);
    routes =
        List.of(
            Route.get(
                IdentityEndpoint.DISCOVERY,
                "/.well-known/openid-configuration",
                request -> WebResponse.json(discovery(address))),
            Route.get(IdentityEndpoint.KEYS, KEYS, request -> WebResponse.json(keys.toJson())),
            Route.get(IdentityEndpoint.AUTHORIZE, AUTHORIZE, request -> pages.open("", request)),
            Route.post(IdentityEndpoint.LOGIN, LOGIN, pages::submit),
            Route.post(
                IdentityEndpoint.DEVICE_CODE,
                DEVICE_CODE,
                new GoogleDeviceEndpoint(address, clock, lifetimes, programs, deviceCodes)),
            Route.get(IdentityEndpoint.DEVICE_LOGIN, DEVICE_PAGE, devicePages::open),
            Route.post(IdentityEndpoint.DEVICE_LOGIN, DEVICE_PAGE, devicePages::submit),
            Route.post(IdentityEndpoint.TOKEN, TOKEN, token),
            Route.post(
                IdentityEndpoint.REVOKE,
                REVOKE,
                new RevokeEndpoint(clock, accessTokens, refreshTokens, rules)),
            Route.post(
                IdentityEndpoint.IMPERSONATION,
                IMPERSONATE + "generateIdToken",
                impersonation::idToken),
            Route.post(
                IdentityEndpoint.IMPERSONATION,
                IMPERSONATE + "generateAccessToken",
                impersonation::accessToken),
            Route.post(
                IdentityEndpoint.TOKEN_EXCHANGE,
                "/v1/token",
                new ExchangeEndpoint(clock, directory, tokens)));
    hostRoutes = new MetadataEndpoint(clock, directory, tokens).routes();
  }

  public List<Route> routes() {
    return routes;
  }

  public List<Route> hostRoutes() {
    return hostRoutes;
  }

  public SignInFlow<GoogleAccount> flow() {
    return flow;
  }

  public DevicePages<GoogleAccount> devicePages() {
    return devicePages;
  }

  /** Revokes the refresh tokens of an account. */
  public void revoke(GoogleAccount account) {
    refreshTokens.revoke(signedIn -> signedIn.account() == account);
  }

  public static URI keys(URI address) {
    return address.resolve(KEYS);
  }

  private static ObjectNode discovery(URI address) {
    ObjectNode response =
        Json.object()
            .put("issuer", address.toString())
            .put("authorization_endpoint", address + AUTHORIZE)
            .put("token_endpoint", address + TOKEN)
            .put("device_authorization_endpoint", address + DEVICE_CODE)
            .put("revocation_endpoint", address + REVOKE)
            .put("jwks_uri", keys(address).toString());
    response.putArray("response_types_supported").add("code");
    response.putArray("subject_types_supported").add("public");
    response.putArray("id_token_signing_alg_values_supported").add("RS256");
    response.putArray("scopes_supported").add("openid").add("email").add("profile");
    response.putArray("code_challenge_methods_supported").add("S256");
    response.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
    return response;
  }
}
