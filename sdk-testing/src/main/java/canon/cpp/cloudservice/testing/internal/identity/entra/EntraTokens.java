package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RefreshTokens;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SerialTokens;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;

/** Issues tokens and builds the responses with them. */
final class EntraTokens {
  private final URI address;
  private final SigningKeys keys;
  private final TokenLifetimes lifetimes;
  private final RefreshTokens<EntraAccount> refreshTokens;
  private final SerialTokens serials = new SerialTokens("fake-entra-token");

  EntraTokens(
      URI address,
      SigningKeys keys,
      TokenLifetimes lifetimes,
      RefreshTokens<EntraAccount> refreshTokens) {
    this.address = address;
    this.keys = keys;
    this.lifetimes = lifetimes;
    this.refreshTokens = refreshTokens;
  }

  /** Issues tokens for a user who has signed in. */
  ObjectNode forPerson(TokenCall call, CompletedSignIn<EntraAccount> signedIn, Scopes scopes) {
    EntraAccount account = signedIn.account();
    ObjectNode response = envelope(call.now());
    response.put("scope", String.join(" ", scopes.asked()));
    response.put(
        "access_token",
        scopes
            .resource()
            .map(api -> personToken(call, signedIn, api, scopes))
            .orElseGet(serials::next));
    if (signedIn.offline()) {
      Instant end = call.now().plus(lifetimes.refreshToken());
      response.put("refresh_token", refreshTokens.issue(signedIn.withoutNonce(), end));
    }
    if (scopes.has("openid")) {
      response.put("id_token", keys.sign(idToken(call, signedIn)));
    }
    if (call.form().get("client_info").equals("1")) {
      ObjectNode info = Json.object().put("uid", account.oid()).put("utid", account.tenantId());
      response.put("client_info", Base64Url.encode(Json.bytes(info)));
    }
    return response;
  }

  /** Issues a token for an application, which has no address (D34). */
  ObjectNode forProgram(TokenCall call, Tenant tenant, EntraRegistration api) {
    String principal = call.app().principalId(tenant.id());
    ObjectNode claims = claims(tenant.id(), api.clientId(), call.now());
    claims
        .put("azp", call.app().clientId())
        .put("azpacr", call.proof().number())
        .put("idtyp", "app")
        .put("oid", principal)
        .put("sub", principal);
    if (!call.app().roles().isEmpty()) {
      call.app().roles().forEach(claims.putArray("roles")::add);
    }
    return envelope(call.now()).put("access_token", keys.sign(claims));
  }

  private String personToken(
      TokenCall call,
      CompletedSignIn<EntraAccount> signedIn,
      EntraRegistration api,
      Scopes scopes) {
    EntraAccount account = signedIn.account();
    ObjectNode claims = claims(account.tenantId(), api.clientId(), call.now());
    claims
        .put("azp", call.app().clientId())
        .put("azpacr", call.proof().number())
        .put("scp", scopes.granted());
    describe(claims, account, api);
    ClaimsRequest.contexts(signedIn.claims()).forEach(claims.withArray("acrs")::add);
    return keys.sign(claims);
  }

  private ObjectNode idToken(TokenCall call, CompletedSignIn<EntraAccount> signedIn) {
    EntraAccount account = signedIn.account();
    ObjectNode claims = claims(account.tenantId(), call.app().clientId(), call.now());
    describe(claims, account, call.app());
    return signedIn.nonce().isEmpty() ? claims : claims.put("nonce", signedIn.nonce());
  }

  /** The subject differs between audiences, so that they cannot correlate users. */
  private static void describe(
      ObjectNode claims, EntraAccount account, EntraRegistration audience) {
    claims
        .put("oid", account.oid())
        .put("sub", DerivedIds.hash(audience.clientId(), account.tenantId(), account.oid()))
        .put("preferred_username", account.address())
        .put("email", account.email());
    if (!account.isPersonal()) {
      claims.put("xms_edov", account.isEmailVerified());
    }
  }

  private ObjectNode claims(String tenantId, String audience, Instant now) {
    return Json.object()
        .put("aud", audience)
        .put("iss", address + "/" + tenantId + "/v2.0")
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(lifetimes.token()).getEpochSecond())
        .put("tid", tenantId)
        // Two tokens of the same second differ only in this.
        .put("uti", serials.next())
        .put("ver", "2.0");
  }

  private ObjectNode envelope(Instant now) {
    long lifetime = now.plus(lifetimes.token()).getEpochSecond() - now.getEpochSecond();
    ObjectNode response =
        Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", lifetime)
            .put("ext_expires_in", lifetime);
    lifetimes.refreshIn().ifPresent(delay -> response.put("refresh_in", delay.toSeconds()));
    return response;
  }
}
