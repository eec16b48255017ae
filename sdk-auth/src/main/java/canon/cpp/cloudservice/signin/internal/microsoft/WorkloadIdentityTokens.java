package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens of a program for which its cluster vouches, as its environment says. */
public final class WorkloadIdentityTokens implements TokenProvider {
  private static final String NAME = "Microsoft (workload identity)";
  private static final String CLIENT = "AZURE_CLIENT_ID";
  private static final String TENANT = "AZURE_TENANT_ID";
  private static final String FILE = "AZURE_FEDERATED_TOKEN_FILE";
  private static final String CLOUD = "AZURE_AUTHORITY_HOST";

  private final MicrosoftSettings settings;
  private final Map<String, String> environment;
  private volatile @Nullable TokenProvider tokens;

  /**
   * Creates them. Nothing is read yet.
   *
   * @param settings with ids that the environment replaces
   */
  public WorkloadIdentityTokens(MicrosoftSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public AccessToken token(TokenRequest request) {
    TokenProvider known = tokens;
    if (known == null) {
      known = configured();
      tokens = known;
    }
    return known.token(request);
  }

  private TokenProvider configured() {
    List<String> missing =
        List.of(CLIENT, TENANT, FILE).stream()
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .toList();
    if (!missing.isEmpty()) {
      throw failure(
          AuthenticationErrorKind.UNAVAILABLE,
          "the environment lacks " + String.join(", ", missing),
          "A cluster with workload identities sets them.",
          null);
    }
    Path file = Path.of(environment.getOrDefault(FILE, ""));
    try {
      URI cloud =
          URI.create(environment.getOrDefault(CLOUD, MicrosoftSettings.WORLDWIDE.toString()));
      MicrosoftSettings complete =
          settings
              .withClientId(RegistrationNames.id(CLIENT, environment.getOrDefault(CLIENT, "")))
              .withTenant(RegistrationNames.tenant(environment.getOrDefault(TENANT, "")))
              .withCloud(RegistrationNames.cloud(cloud));
      return new ClientCredentialsTokens(
          complete, new ClientCredential.OfAssertion(() -> Secret.of(read(file))));
    } catch (IllegalArgumentException e) {
      throw failure(
          AuthenticationErrorKind.OTHER,
          "the environment is not usable",
          "Correct it; see the cause.",
          e);
    }
  }

  /** Read each time, because the cluster replaces it before it is over. */
  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The file that " + FILE + " names cannot be read", e);
    }
  }

  private static AuthenticationException failure(
      AuthenticationErrorKind kind,
      String summary,
      String remedy,
      @Nullable RuntimeException cause) {
    return AuthenticationException.builder(kind)
        .provider(NAME)
        .summary(summary)
        .remedy(remedy)
        .cause(cause)
        .build();
  }

  @Override
  public String toString() {
    return "WorkloadIdentityTokens[" + settings.apiId() + "]";
  }
}
