package canon.cpp.cloudservice.examples.settingseditor.account;

import static canon.cpp.cloudservice.examples.settingseditor.EditorConfig.required;

import canon.cpp.cloudservice.examples.settingseditor.connection.SignInApps;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The registrations in the configuration. Secrets are in files of their own. */
public final class ConfiguredApps implements SignInApps {
  private final Properties file;

  public ConfiguredApps(Properties file) {
    this.file = file;
  }

  @Override
  public Map<IdentityProvider, SignInApp> on(HttpTransport network) {
    return Map.of(
        IdentityProvider.MICROSOFT,
        MicrosoftApp.of(
                network, required(file, "microsoft.client-id"), required(file, "microsoft.api-id"))
            .credential(MicrosoftCredential.secret(secret("microsoft.secret-file"))),
        IdentityProvider.GOOGLE,
        GoogleApp.of(network, required(file, "google.client-id"), secret("google.secret-file")));
  }

  private Secret secret(String key) {
    try {
      return Secret.of(Files.readString(Path.of(required(file, key))).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
