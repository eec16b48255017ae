package canon.cpp.cloudservice.testing.internal.standalone.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without network requests of its own, with a separate profile folder. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final Path folder;

  Chromium(Path folder) {
    this.folder = folder;
  }

  Page page(int width, int height) {
    return page(width, height, ColorScheme.LIGHT, true);
  }

  Page page(int width, int height, ColorScheme scheme, boolean scripts) {
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                folder.resolve("user-" + contexts.size()),
                new LaunchPersistentContextOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setHeadless(true)
                    .setArgs(ARGUMENTS)
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setJavaScriptEnabled(scripts));
    context.setDefaultTimeout(20_000);
    contexts.add(context);
    return context.pages().get(0);
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
    playwright.close();
  }
}
