package canon.cpp.cloudservice.signin.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import canon.cpp.cloudservice.signin.internal.user.Registration;
import canon.cpp.cloudservice.signin.internal.user.UserGrant;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs in, fails in every way, and prints all objects and exceptions. All secrets contain the
 * seed.
 */
final class SignInProgram {
  static final String SEED = "s33d3d";

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final FakeClock CLOCK = new FakeClock();

  private SignInProgram() {}

  /** Returns secrets, and fails on request. */
  private static final class Grant implements UserGrant {
    private AuthorizationRequest asked;
    private boolean signedIn;
    private boolean fails;

    @Override
    public URI authorizeUrl(AuthorizationRequest request) {
      asked = request;
      print(request);
      return URI.create("https://login.example/" + SEED);
    }

    @Override
    public AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft) {
      return token();
    }

    @Override
    public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
      handler.show(
          new DeviceCode(SEED, URI.create("https://login.example/device"), CLOCK.instant()));
      return token();
    }

    @Override
    public AccessToken renew(TokenRequest request) {
      if (fails) {
        throw new IllegalStateException("as if by mistake");
      }
      if (!signedIn) {
        throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build();
      }
      return token();
    }

    private AccessToken token() {
      signedIn = true;
      return AccessToken.of(SEED + "-token").expiringAt(CLOCK.instant().plus(TIME));
    }

    @Override
    public Optional<SignedInAccount> account() {
      return signedIn
          ? Optional.of(new SignedInAccount(IdentityProvider.GOOGLE, "sub", null, null))
          : Optional.empty();
    }

    @Override
    public Optional<byte[]> state() {
      return Optional.of((SEED + "-refresh").getBytes(UTF_8));
    }

    @Override
    public void restore(byte[] state) {}

    @Override
    public void forget(Duration timeLeft) {
      throw new IllegalStateException(SEED);
    }
  }

  /** A host's store that fails with a message that contains secrets. */
  private static final class Chatterbox implements TokenStore {
    @Override
    public Optional<byte[]> load(String name) {
      return Optional.empty();
    }

    @Override
    public void save(String name, byte[] signIn) {
      throw new IllegalStateException(new String(signIn, UTF_8));
    }

    @Override
    public void delete(String name) {}
  }

  public static void main(String[] arguments) {
    session();
    person(new Chatterbox());
    SecretKey key = key(1);
    Path directory = Path.of(arguments[0]);
    person(FileTokenStore.in(directory, key));
    FileTokenStore store = FileTokenStore.in(directory, key);
    print(store);
    store.save(SEED, SEED.getBytes(UTF_8));
    failing(() -> print(FileTokenStore.in(directory, key(2)).load(SEED)));
    print(Secret.of(SEED));
    print(
        SealingKey.of(new SecretKeySpec(SEED.repeat(32).substring(0, 32).getBytes(UTF_8), "AES")));
    String claims =
        Base64.getUrlEncoder().encodeToString(("{\"sub\":\"" + SEED + "\"}").getBytes(UTF_8));
    print(IdToken.read("eyJhbGciOiJSUzI1NiJ9." + claims + ".c2ln"));
    failing(() -> print(IdToken.read("eyJhbGciOiJSUzI1NiJ9." + SEED + ".c2ln")));
    System.out.println("done");
  }

  private static void session() {
    Grant grant = new Grant();
    UserSignInFlows people =
        new UserSignInFlows(
            new Registration("Test", "app", issuer -> false), timer -> grant, CLOCK, CLOCK);
    AuthorizationCodeOptions options =
        AuthorizationCodeOptions.of(URI.create("https://printer.example/callback"))
            .withLoginHint(SEED + "@contoso.com")
            .withClaims("{\"" + SEED + "\":1}");
    print(options);
    AuthorizationCodeSession session = people.begin(options);
    print(session);
    failing(() -> people.resume(session.seal(SealingKey.of(key(1))), SealingKey.of(key(2))));
    failing(() -> session.complete(Map.of("state", SEED, "code", SEED), TIME));
    AuthorizationCodeSession rejected = people.begin(options);
    URI unusedPage = rejected.url();
    failing(
        () ->
            rejected.complete(
                Map.of(
                    "state",
                    grant.asked.state(),
                    "error",
                    "access_denied " + SEED,
                    "error_description",
                    SEED),
                TIME));
    AuthorizationCodeSession good = people.begin(options);
    unusedPage = good.url();
    try (AccountTokenProvider provider =
        good.complete(Map.of("state", grant.asked.state(), "code", SEED), TIME)) {
      print(provider);
      failing(provider::forget);
    }
  }

  private static void person(TokenStore store) {
    Grant grant = new Grant();
    UserSignInFlows people =
        new UserSignInFlows(
            new Registration("Test", "app", issuer -> false), timer -> grant, CLOCK, CLOCK);
    UserSignIn signIn =
        people
            .deviceCode(SignInProgram::print)
            .loginHint(SEED + "@contoso.com")
            .store(store, SEED + "-name");
    print(signIn);
    try (AccountTokenProvider provider = signIn.build()) {
      failing(() -> print(provider.token(TokenRequest.within(TIME))));
      print(provider.token(TokenRequest.within(TIME).allowingInteraction()));
      print(provider);
      print(provider.account());
      grant.fails = true;
      CLOCK.advance(TIME);
      failing(() -> print(provider.token(TokenRequest.within(TIME))));
      failing(provider::forget);
    }
  }

  private static void print(Object thing) {
    System.out.println(thing);
  }

  private static void failing(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
    }
  }

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return new SecretKeySpec(bytes, "AES");
  }
}
