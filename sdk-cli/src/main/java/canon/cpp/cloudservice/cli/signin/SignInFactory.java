package canon.cpp.cloudservice.cli.signin;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.config.Settings;
import canon.cpp.cloudservice.cli.config.UserFolders;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.google.GoogleServiceCredentials;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the token provider that the settings describe. */
public final class SignInFactory {
  private final Settings settings;
  private final UserFolders folders;
  private final Terminal terminal;

  /** Creates the factory. */
  public SignInFactory(Settings settings, UserFolders folders, Terminal terminal) {
    this.settings = settings;
    this.folders = folders;
    this.terminal = terminal;
  }

  /**
   * Returns the kind of sign-in.
   *
   * @throws CommandException if the settings name none
   */
  public SignInKind kind() {
    if (settings.find(Setting.TOKEN).isPresent()) {
      return SignInKind.TOKEN;
    }
    return SignInKind.of(settings.require(Setting.SIGN_IN));
  }

  /** Makes the token provider. */
  public TokenProvider create(HttpTransport network) {
    return create(network, kind());
  }

  /** Makes the token provider of a certain kind of sign-in. */
  public TokenProvider create(HttpTransport network, SignInKind kind) {
    return switch (kind) {
      case TOKEN -> TokenProvider.fixed(AccessToken.of(settings.require(Setting.TOKEN)));
      case BROWSER -> stored(app(network).interactive(this::open));
      case DEVICE_CODE -> stored(app(network).deviceCode(code -> terminal.tell(code.message())));
      case SERVICE_ACCOUNT -> isGoogle() ? googleAccount(network) : microsoftAccount(network);
    };
  }

  private void open(URI page) {
    terminal.tell("Sign in with your browser. If it does not open, go to:");
    terminal.tell(page.toString());
    terminal.browser().accept(page);
  }

  private TokenProvider stored(UserSignIn signIn) {
    if (terminal.windows()) {
      return signIn.build(); // The store needs POSIX permissions.
    }
    Path unused = OwnerOnly.folder(folders.state());
    FileTokenStore store = FileTokenStore.in(folders.signIns(), StoreKey.in(folders.keyFile()));
    return signIn.store(store, settings.signInName()).build();
  }

  private boolean isGoogle() {
    String provider = settings.require(Setting.PROVIDER);
    if (provider.equals("google") || provider.equals("microsoft")) {
      return provider.equals("google");
    }
    throw CommandException.usage("provider is neither microsoft nor google: " + provider);
  }

  private SignInApp app(HttpTransport network) {
    return isGoogle() ? googleApp(network) : microsoftApp(network);
  }

  private GoogleApp googleApp(HttpTransport network) {
    GoogleApp app =
        GoogleApp.of(
            network,
            settings.require(Setting.CLIENT_ID),
            Secret.of(settings.require(Setting.CLIENT_SECRET)));
    return settings.identityEndpoint().map(app::at).orElse(app);
  }

  private MicrosoftApp microsoftApp(HttpTransport network) {
    MicrosoftApp app =
        MicrosoftApp.of(
            network, settings.require(Setting.CLIENT_ID), settings.require(Setting.API_ID));
    MicrosoftApp tenants = settings.find(Setting.TENANT).map(app::tenant).orElse(app);
    return settings.identityEndpoint().map(tenants::authority).orElse(tenants);
  }

  private TokenProvider microsoftAccount(HttpTransport network) {
    return microsoftApp(network)
        .inTenant(settings.require(Setting.TENANT))
        .unattended(microsoftCredential());
  }

  private MicrosoftCredential microsoftCredential() {
    Optional<Path> certificate = settings.file(Setting.CERTIFICATE_FILE);
    return certificate.isPresent()
        ? MicrosoftCredential.certificate(bytes(certificate.get()))
        : MicrosoftCredential.secret(Secret.of(settings.require(Setting.CLIENT_SECRET)));
  }

  private TokenProvider googleAccount(HttpTransport network) {
    GoogleServiceCredentials credentials =
        GoogleServiceCredentials.of(network, settings.require(Setting.AUDIENCE));
    GoogleServiceCredentials at =
        settings.identityEndpoint().map(credentials::at).orElse(credentials);
    return at.serviceAccount(
        settings
            .file(Setting.KEY_FILE)
            .orElseThrow(
                () ->
                    CommandException.usage(
                        "The setting key-file is missing (docs/command-line.md).")));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw CommandException.usage("The file " + file + " cannot be read: " + e.getMessage() + ".");
    }
  }
}
