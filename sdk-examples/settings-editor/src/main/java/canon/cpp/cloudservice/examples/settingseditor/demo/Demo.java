package canon.cpp.cloudservice.examples.settingseditor.demo;

import java.net.URI;

/** Runs the Settings Editor against the fake service and fake identity providers. */
public final class Demo {
  private static final int PORT = 8090;

  private Demo() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.getInteger("settings-editor.port", PORT);
    DemoWorld world = DemoWorld.start(port);
    Runtime.getRuntime().addShutdownHook(new Thread(world::close));
    System.out.printf(
        """
        The Settings Editor is at %s
        Sign in at Microsoft as new@contoso.com, whom no site knows, or admin@contoso.com,
        or at Google as boss@gmail.com. The browser warns about the certificate of the fake
        identity providers: continue. Ctrl-C ends the program.
        """,
        URI.create("http://localhost:" + world.editor().port() + "/cloud"));
    Thread.currentThread().join();
  }
}
