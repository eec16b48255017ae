package canon.cpp.cloudservice.examples.settingseditor;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints the start-up time and the heap that the guide states. Run it with {@code -Xmx64m}: 20
 * administrators are signed in at once, each loads every page 10 times. The fake is in the same
 * process; the first figure is its share.
 */
final class Footprint {
  private static final int ADMINISTRATORS = 20;
  private static final int ROUNDS = 10;
  private static final List<String> PAGES =
      List.of("/cloud", "/cloud/network", "/cloud/printer", "/cloud/members", "/cloud/readiness");

  private Footprint() {}

  public static void main(String[] args) throws Exception {
    try (DemoWorld world = DemoWorld.start(0)) {
      long started = System.currentTimeMillis();
      new Browser(world).get("/cloud");
      long start = ManagementFactory.getRuntimeMXBean().getStartTime();
      System.out.println("server listens after " + (started - start) + " ms, with the fake");
      System.out.println("first page after " + (System.currentTimeMillis() - start) + " ms");
      System.out.println("heap after start " + used());
      List<Browser> browsers = new ArrayList<>();
      for (int i = 0; i < ADMINISTRATORS; i++) {
        Browser browser = new Browser(world, i % 2 == 0 ? "en" : "fr");
        browser.signInAtMicrosoft("admin@contoso.com");
        browsers.add(browser);
      }
      browsers.get(0).submit("/cloud/printer", "/cloud/printer", Map.of("displayName", "Press 1"));
      for (int i = 0; i < ROUNDS; i++) {
        browsers.forEach(browser -> PAGES.forEach(browser::get));
        browsers.forEach(browser -> browser.seen().clear());
      }
      System.out.println("heap with " + ADMINISTRATORS + " administrators " + used());
    }
  }

  private static String used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 + " KB";
  }
}
