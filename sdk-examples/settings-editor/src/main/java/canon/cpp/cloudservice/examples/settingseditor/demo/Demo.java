package canon.cpp.cloudservice.examples.settingseditor.demo;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the Settings Editor against the fake service and fake identity providers. */
public final class Demo {
  private static final int PORT = 8090;

  private Demo() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.getInteger("settings-editor.port", PORT);
    DemoWorld world = DemoWorld.start(port);
    ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    var unused =
        time.scheduleAtFixedRate(
            () -> world.fake().clock().advance(Duration.ofSeconds(1)), 1, 1, TimeUnit.SECONDS);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  time.shutdownNow();
                  world.close();
                }));
    System.out.printf(
        """
        The Settings Editor is at %s
        Accounts at Microsoft: new@contoso.com (not registered), admin@contoso.com (administrator),
        jane@contoso.com (user). At Google: boss@gmail.com (administrator of another site).
        The browser warns about the certificate of the fake identity providers: continue.
        Ctrl-C ends the program.
        """,
        URI.create("http://localhost:" + world.editor().port() + "/cloud"));
    Thread.currentThread().join();
  }
}
