package canon.cpp.cloudservice.cli.command.support;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.FakeSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle for support, and completion. */
class SupportTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theBundleHasNoSecretAndNoAddress() throws IOException {
    String token = site.fake().tokenFor(FakeSite.ADMIN).value();
    Path file = home.resolve("bundle.zip");
    site.admin().run("users", "add", "canary@contoso.com");
    site.admin().run("users", "show", "nobody.canary@contoso.com");

    int code =
        site.admin()
            .set("CLOUD_SERVICE_TOKEN", token)
            .set("CLOUD_SERVICE_CLIENT_SECRET", "secret-canary")
            .set("CLOUD_SERVICE_PROXY_PASSWORD", "password-canary")
            .set("CLOUD_SERVICE_PROXY_USER", "user-canary")
            .run("support-bundle", file.toString())
            .code();

    String all = content(file);
    assertThat(code).isZero();
    assertThat(all)
        .contains("cloudservice development", "endpoint = http://", "client-secret = (set)")
        .contains("Diagnosis of", "\"operation\":\"addUser\"", "\"target\":\"")
        .doesNotContain("canary", token, "@contoso.com");
  }

  @Test
  void aBundleIsWrittenWithoutAWorkingConfiguration() throws IOException {
    Path file = home.resolve("bundle.zip");

    assertThat(new CommandRunner(home).run("support-bundle", file.toString()).code()).isZero();
    assertThat(content(file)).contains("The setting endpoint is missing");
  }

  @Test
  void onlyTheLast200CallsAreKept() throws IOException {
    Path calls = home.resolve(".local/state/cloudservice/calls.jsonl");
    site.admin().run("whoami");
    Path unused = Files.writeString(calls, "{}\n".repeat(300));

    site.admin().run("whoami");

    assertThat(Files.readAllLines(calls)).hasSize(200).last().asString().contains("getSession");
  }

  @Test
  void completionScriptsNameTheCommands() {
    assertThat(site.admin().run("completion", "bash").out()).contains("administrators", "--site");
    assertThat(site.admin().run("completion", "fish").out())
        .contains("__fish_use_subcommand' -a users", "-l max-removals -r");
    assertThat(site.admin().run("completion", "tcsh").code()).isEqualTo(64);
  }

  private static String content(Path file) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
