package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** All endpoints of Microsoft's fake. */
public final class EntraEndpoints {
  private static final String NAME = "fake-entra";
  private static final String TITLE = "Fake Microsoft sign-in";
  private static final String LOGIN = "/common/login";

  private final RefreshTokens<EntraAccount> refreshTokens = new RefreshTokens<>(NAME);
  private final SignInFlow<EntraAccount> flow;
  private final DevicePages<EntraAccount> devicePages;
  private final ManagedIdentityEndpoint managedIdentity;
  private final List<Route> routes;

  public EntraEndpoints(
      URI address,
      Clock clock,
      TokenLifetimes lifetimes,
      SigningKeys keys,
      EntraDirectory directory) {
    AuthorizationCodes<EntraAccount> codes = new AuthorizationCodes<>(NAME);
    DeviceCodes<EntraAccount> deviceCodes = new DeviceCodes<>(NAME);
    EntraTokens tokens = new EntraTokens(address, keys, lifetimes, refreshTokens);
    managedIdentity = new ManagedIdentityEndpoint(clock, directory, tokens);
    flow = new SignInFlow<>(NAME, new EntraSignIn(directory), codes, clock);
    SignInPages<EntraAccount> pages = new SignInPages<>(TITLE, NAME + "-session", LOGIN, flow);
    devicePages =
        new DevicePages<>(TITLE, DeviceCodeEndpoint.PAGE, deviceCodes, directory::find, clock);
    DiscoveryEndpoint discovery = new DiscoveryEndpoint(address, directory);
    ClientAuthentication programs =
        new ClientAuthentication(directory, new ClientAssertions(address, directory));
    DeviceGrant device = new DeviceGrant(directory, deviceCodes, lifetimes, tokens);
    TokenEndpoint token =
        new TokenEndpoint(
            clock,
            directory,
            programs,
            Map.of(
                "authorization_code",
                new CodeGrant(directory, codes, tokens),
                "refresh_token",
                new RefreshGrant(directory, refreshTokens, tokens, lifetimes),
                "client_credentials",
                new ClientCredentialsGrant(directory, tokens),
                DeviceGrant.TYPE,
                device,
                DeviceGrant.OLD_TYPE,
                device,
                OnBehalfOfGrant.TYPE,
                new OnBehalfOfGrant(address, directory, keys, tokens)));
    DeviceCodeEndpoint deviceCode =
        new DeviceCodeEndpoint(address, clock, lifetimes, directory, deviceCodes);
    routes =
        List.of(
            Route.get(
                IdentityEndpoint.DISCOVERY,
                "/{tenant}/v2.0/.well-known/openid-configuration",
                discovery::openId),
            Route.get(
                IdentityEndpoint.DISCOVERY, "/{any}/discovery/instance", discovery::instances),
            Route.get(
                IdentityEndpoint.KEYS,
                "/{tenant}/discovery/v2.0/keys",
                request -> WebResponse.json(keys.toJson())),
            Route.get(
                IdentityEndpoint.AUTHORIZE,
                "/{tenant}/oauth2/v2.0/authorize",
                request -> pages.open(request.variable("tenant"), request)),
            Route.post(IdentityEndpoint.LOGIN, LOGIN, pages::submit),
            Route.post(
                IdentityEndpoint.DEVICE_CODE, "/{tenant}/oauth2/v2.0/devicecode", deviceCode),
            Route.get(IdentityEndpoint.DEVICE_LOGIN, DeviceCodeEndpoint.PAGE, devicePages::open),
            Route.post(IdentityEndpoint.DEVICE_LOGIN, DeviceCodeEndpoint.PAGE, devicePages::submit),
            Route.post(IdentityEndpoint.TOKEN, "/{tenant}/oauth2/v2.0/token", token));
  }

  public List<Route> routes() {
    return routes;
  }

  public List<Route> hostRoutes() {
    return managedIdentity.routes();
  }

  public ManagedIdentityEndpoint managedIdentity() {
    return managedIdentity;
  }

  public SignInFlow<EntraAccount> flow() {
    return flow;
  }

  public DevicePages<EntraAccount> devicePages() {
    return devicePages;
  }

  /** Revokes the refresh tokens of an account. */
  public void revoke(EntraAccount account) {
    refreshTokens.revoke(signedIn -> signedIn.account() == account);
  }
}
