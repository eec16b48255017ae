package canon.cpp.cloudservice.examples.settingseditor.demo;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;

import canon.cpp.cloudservice.examples.settingseditor.EditorConfig;
import canon.cpp.cloudservice.examples.settingseditor.SettingsEditor;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkStore;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The fake service, the fake identity providers, a printer and the Settings Editor. */
public final class DemoWorld implements AutoCloseable {
  public static final String SERIAL_NUMBER = "VP-1001";
  private static final int ATTEMPTS = 5;
  private static final String SERIES = "varioPRINT 140";

  private final FakeCloudService fake;
  private final FakeIdentityProviders people;
  private final SettingsEditor editor;
  private final Path folder;

  private DemoWorld(
      FakeCloudService fake, FakeIdentityProviders people, SettingsEditor editor, Path folder) {
    this.fake = fake;
    this.people = people;
    this.editor = editor;
    this.folder = folder;
  }

  /**
   * Starts everything.
   *
   * @param port the port of the Settings Editor, or 0 for any
   */
  public static DemoWorld start(int port) throws Exception {
    if (port != 0) {
      return startAt(port);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return startAt(freePort());
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static DemoWorld startAt(int port) throws Exception {
    FakeCloudService fake = fakeService();
    try {
      return startAt(port, fake);
    } catch (Exception e) {
      fake.close();
      throw e;
    }
  }

  private static FakeCloudService fakeService() {
    FakeCloudService fake =
        FakeCloudService.builder()
            .startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .site(
                site ->
                    site.administrator("admin@contoso.com")
                        .activeUser("john@contoso.com")
                        .user("jane@contoso.com"))
            .site(site -> site.administrator("boss@gmail.com"))
            .build();
    fake.setLicences(SERIAL_NUMBER, DASHBOARD);
    fake.setEnabledApplications(SERIAL_NUMBER, DASHBOARD, REMOTE_CONTROL);
    return fake;
  }

  private static DemoWorld startAt(int port, FakeCloudService fake) throws Exception {
    FakeIdentityProviders people = fake.identityProviders();
    people.microsoft().tenant("contoso.com").account("admin@contoso.com");
    people.microsoft().tenant("contoso.com").account("new@contoso.com");
    people.microsoft().tenant("contoso.com").account("jane@contoso.com");
    people.google().account("boss@gmail.com");

    Path folder = Files.createTempDirectory("settings-editor");
    EditorConfig config =
        new EditorConfig(
            fake.http().address(), URI.create("http://localhost:" + port), port, folder);
    Connections connections =
        new Connections(
            config.serviceAddress(),
            people.trust(),
            new FakeApps(people, config.callback()),
            NetworkStore.in(folder));
    SettingsEditor editor =
        SettingsEditor.start(
            config, new FakePrinter(fake.printer(SERIES, SERIAL_NUMBER)), connections);
    return new DemoWorld(fake, people, editor, folder);
  }

  public FakeCloudService fake() {
    return fake;
  }

  public FakeIdentityProviders people() {
    return people;
  }

  public SettingsEditor editor() {
    return editor;
  }

  /** Where the network settings are kept. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    editor.close();
    fake.close();
  }

  /**
   * The callback has to be registered before the server listens. Another program may take the port
   * in between; then the next one is tried.
   */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
