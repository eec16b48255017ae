package canon.cpp.cloudservice.cli.terminal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Opens a page with the command of the system, so that the program needs no desktop module. */
final class BrowserLauncher implements Consumer<URI> {
  private final List<String> command;

  BrowserLauncher(boolean windows) {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    if (windows) {
      command = List.of("rundll32", "url.dll,FileProtocolHandler");
    } else {
      command = List.of(mac ? "open" : "xdg-open");
    }
  }

  @Override
  public void accept(URI page) {
    List<String> all = new java.util.ArrayList<>(command);
    all.add(page.toString());
    try {
      Process unused =
          new ProcessBuilder(all)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      // There is no browser here. The address was printed, so the user can open it elsewhere.
    }
  }
}
