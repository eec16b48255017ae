package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpTransport;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token that an app sends. Its audience decides:
 *
 * <ul>
 *   <li>the service: the token is passed through. The service verifies it.
 *   <li>this back end: the token is verified here, then exchanged on behalf of the user.
 *   <li>anything else is rejected, so that a token for another API never reaches the service.
 * </ul>
 */
final class AppTokens {
  private static final Set<String> REQUIRED = Set.of("iss", "sub", "exp", "tid", "oid", "scp");

  private final Set<String> serviceAudiences;
  private final String clientId;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  AppTokens(BackEndSettings settings, HttpTransport network, Clock clock) {
    this.serviceAudiences =
        Stream.concat(Stream.of(settings.apiId()), settings.googleClientIds().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.clientId = settings.clientId();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256,
            JWKSourceBuilder.create(keys(settings), new TransportRetriever(network))
                .refreshAheadCache(false)
                .build()));
    processor.setJWTClaimsSetVerifier(new Claims(settings, clock));
  }

  private static URL keys(BackEndSettings settings) {
    try {
      return settings.authority().resolve("/common/discovery/v2.0/keys").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("The authority is not an address", e);
    }
  }

  /**
   * Reads a token.
   *
   * @throws InvalidTokenException if the back end does not accept it
   * @throws IOException if Microsoft's public keys cannot be read
   */
  AppToken read(String text) throws InvalidTokenException, IOException {
    try {
      SignedJWT token = SignedJWT.parse(text);
      List<String> audiences = token.getJWTClaimsSet().getAudience();
      if (audiences.size() == 1 && serviceAudiences.contains(audiences.get(0))) {
        return new AppToken(AccessToken.of(text), "");
      }
      if (!audiences.equals(List.of(clientId))) {
        throw new InvalidTokenException("The token is for another audience.");
      }
      JWTClaimsSet verified = processor.process(token, null);
      return new AppToken(AccessToken.of(text), verified.getStringClaim("tid"));
    } catch (ParseException | IllegalArgumentException e) {
      throw new InvalidTokenException("The token is not a signed JWT.");
    } catch (BadJOSEException e) {
      throw new InvalidTokenException("The token is not valid: expired, forged or incomplete.");
    } catch (JOSEException e) {
      throw new IOException("The public keys of the identity provider are not available", e);
    }
  }

  /** The claims of a user's access token for this back end. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final BackEndSettings settings;
    private final Clock clock;

    Claims(BackEndSettings settings, Clock clock) {
      super(settings.clientId(), null, REQUIRED);
      this.settings = settings;
      this.clock = clock;
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
        throws BadJWTException {
      super.verify(claims, context);
      try {
        String tenant = claims.getStringClaim("tid");
        if (!claims.getIssuer().equals(settings.authority() + "/" + tenant + "/v2.0")) {
          throw new BadJWTException("The issuer is not Microsoft, or not of this tenant");
        }
        List<String> scopes = Arrays.asList(claims.getStringClaim("scp").split(" ", -1));
        if (!scopes.contains(settings.scope())) {
          throw new BadJWTException("The scope is missing");
        }
      } catch (ParseException e) {
        throw new BadJWTException("A claim is not a text", e);
      }
    }
  }
}
