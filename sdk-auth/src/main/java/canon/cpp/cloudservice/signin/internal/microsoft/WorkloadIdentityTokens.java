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

/** Obtains tokens with the federated credential that a cluster gives to its workload. */
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
   * Creates a provider. Reads nothing yet.
   *
   * @param settings client id, tenant and cloud are replaced by those of the environment
   */
  public WorkloadIdentityTokens(MicrosoftSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public AccessToken token(TokenRequest request) {
    TokenProvider configured = tokens;
    if (configured == null) {
      configured = configure();
      tokens = configured;
    }
    return configured.token(request);
  }

  private TokenProvider configure() {
    List<String> missing =
        List.of(CLIENT, TENANT, FILE).stream()
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .toList();
    if (!missing.isEmpty()) {
      throw failure(
          AuthenticationErrorKind.UNAVAILABLE,
          "these environment variables are missing: " + String.join(", ", missing),
          "Enable workload identities for this pod; the cluster then sets them.",
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
      return ConfidentialClientTokens.clientCredentials(
          complete, new ClientCredential.OfAssertion(() -> Secret.of(read(file))));
    } catch (IllegalArgumentException e) {
      throw failure(
          AuthenticationErrorKind.OTHER,
          "an environment variable of the workload identity is invalid",
          "See the cause, and correct it.",
          e);
    }
  }

  /** Reads the file for each request, because the cluster replaces it before it expires. */
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
