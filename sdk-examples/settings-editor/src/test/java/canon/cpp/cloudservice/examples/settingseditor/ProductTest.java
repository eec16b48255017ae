package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.examples.settingseditor.account.ConfiguredApps;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkStore;
import canon.cpp.cloudservice.examples.settingseditor.printer.ConfiguredPrinter;
import canon.cpp.cloudservice.http.TrustSettings;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a product configures it, without the fake. */
class ProductTest {
  @TempDir Path folder;

  @Test
  void theCallbackAndTheCookieFollowThePublicAddress() throws Exception {
    try (SettingsEditor editor = start()) {
      HttpResponse<String> page = get(editor, "/cloud", "full");
      HttpResponse<String> signIn = get(editor, "/cloud/sign-in?provider=microsoft", "full");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("__Host-settings-editor=")
          .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
          .doesNotContain("Domain");
      assertThat(signIn.headers().firstValue("Location").orElseThrow())
          .startsWith("https://login.microsoftonline.com/")
          .contains("redirect_uri=https%3A%2F%2Fprinter.contoso.com%2Fcloud%2Fcallback");
    }
  }

  @Test
  void theRightOfThePrinterIsRequiredForEveryPage() throws Exception {
    try (SettingsEditor editor = start()) {
      for (String path : new String[] {"/cloud", "/cloud/printer", "/cloud/sign-in", "/"}) {
        assertThat(get(editor, path, "none").statusCode()).isEqualTo(403);
      }
      assertThat(get(editor, "/cloud", "none").body()).contains("Full access to administration");
    }
  }

  @Test
  void whatIsMissingInTheConfigurationIsNamed() throws IOException {
    Properties file = file();
    file.remove("public.address");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EditorConfig.of(file))
        .withMessage("The configuration has no public.address. Add it.");
  }

  @Test
  void onlyTheDemoUsesTheFake() throws IOException {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> !file.toString().contains("/demo/"))
          .hasSizeGreaterThan(30)
          .allSatisfy(file -> assertThat(file).content().doesNotContain("cloudservice.testing"));
    }
  }

  private SettingsEditor start() throws Exception {
    Properties file = file();
    EditorConfig config = EditorConfig.of(file);
    return SettingsEditor.start(
        config,
        new ConfiguredPrinter(file),
        new Connections(
            config.serviceAddress(),
            TrustSettings.system(),
            new ConfiguredApps(file),
            NetworkStore.in(config.folder())));
  }

  private Properties file() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "not-a-real-secret\n");
    Path proof = Files.writeString(folder.resolve("proof"), "proof\n");
    Properties file = new Properties();
    file.load(
        new StringReader(
            """
            service.address = https://cloud.example
            public.address = https://printer.contoso.com
            port = 0
            folder = %s
            microsoft.client-id = 11111111-1111-1111-1111-111111111111
            microsoft.api-id = 22222222-2222-2222-2222-222222222222
            microsoft.secret-file = %s
            google.client-id = 1.apps.googleusercontent.com
            google.secret-file = %s
            printer.series = varioPRINT 140
            printer.serial-number = VP-1001
            printer.proof-file = %s
            printer.right-header = X-Printer-Right
            """
                .formatted(folder, secret, secret, proof)));
    return file;
  }

  private static HttpResponse<String> get(SettingsEditor editor, String path, String right)
      throws Exception {
    URI address = URI.create("http://127.0.0.1:" + editor.port() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("X-Printer-Right", right).build(),
            BodyHandlers.ofString());
  }
}
