package canon.cpp.cloudservice.examples.remotecontrol.demo;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.examples.remotecontrol.BackEndNode;
import canon.cpp.cloudservice.examples.remotecontrol.BackEndSettings;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcConnectionPool;

/** Starts two nodes and the fakes, and prints a walk-through. */
public final class RemoteControlDemo {
  private static final String KEY = "Idempotency-Key";
  private static final String TOKEN = "Authorization";

  private final PrintStream out;
  private final DemoWorld world;
  private final URI first;
  private final URI second;
  private final DemoBrowser browser = new DemoBrowser();
  private int step;

  private RemoteControlDemo(PrintStream out, DemoWorld world, URI first, URI second) {
    this.out = out;
    this.world = world;
    this.first = first;
    this.second = second;
  }

  /**
   * Runs the walk-through.
   *
   * @param arguments none
   * @throws Exception if a step fails
   */
  public static void main(String[] arguments) throws Exception {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException, InterruptedException, SQLException {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    HttpServer one = DemoWorld.server();
    HttpServer two = DemoWorld.server();
    URI balancer = URI.create("http://localhost:" + one.getAddress().getPort());
    try (DemoWorld world = new DemoWorld(database)) {
      BackEndSettings settings = world.settings(balancer);
      try (BackEndNode first =
              BackEndNode.start(one, settings, world.network(), database, world.fake().clock());
          BackEndNode second =
              BackEndNode.start(two, settings, world.network(), database, world.fake().clock())) {
        new RemoteControlDemo(out, world, first.address(), second.address()).show();
      }
    } finally {
      database.dispose();
    }
  }

  private void show() throws IOException, InterruptedException {
    out.println("Node 1 is " + first + ", node 2 is " + second + "; both use one database.");

    say("John's app has a token for the service. Node 1 passes it through.");
    String john = bearer(world.tokenForService(DemoWorld.JOHN));
    print(browser.activate(first, TOKEN, john, KEY, "john-1"));

    say(
        "The app did not receive the response. It repeats the request under the same key, at node 2.");
    print(browser.activate(second, TOKEN, john, KEY, "john-1"));
    out.println("   The service has applied " + applied() + " change.");

    say("Jane's app has a token for the back end. Node 2 exchanges it on behalf of Jane.");
    print(browser.activate(second, TOKEN, bearer(world.tokenForBackEnd(DemoWorld.JANE))));

    say("A token for another API is rejected, and never reaches the service.");
    print(browser.activate(first, TOKEN, bearer(world.tokenForAnotherApi(DemoWorld.JOHN))));

    say("A user whom no administrator has added is rejected by the service.");
    print(browser.activate(first, TOKEN, bearer(world.tokenForService(DemoWorld.STRANGER))));

    say("Lee signs in in a browser. The sign-in starts at node 1 and returns to node 2.");
    print(browser.signIn(first, second, world.microsoft(), DemoWorld.LEE));
    print(browser.activate(first));

    say("Two hours later both nodes renew Lee's sign-in at once. Reuse detection is on.");
    world.fake().clock().advance(Duration.ofHours(2));
    CompletableFuture<HttpResponse<String>> atFirst = browser.activate(first);
    CompletableFuture<HttpResponse<String>> atSecond = browser.activate(second);
    print(atFirst);
    print(atSecond);
    out.println("   Microsoft has rejected " + rejectedRenewals() + " renewals.");

    say("Lee signs out at node 1. Node 2 knows it at once.");
    print(browser.signOut(first));
    print(browser.activate(second));
  }

  private void say(String text) {
    step++;
    out.println();
    out.println(step + ". " + text);
  }

  private void print(CompletableFuture<HttpResponse<String>> response) {
    print(response.join());
  }

  private void print(HttpResponse<String> response) {
    out.println("   " + response.statusCode() + " " + response.body());
  }

  private long applied() {
    return world.fake().log().of("activateRemoteControl").stream()
        .filter(LoggedRequest::applied)
        .count();
  }

  private long rejectedRenewals() {
    return world.microsoft().log().of(IdentityEndpoint.TOKEN).stream()
        .filter(request -> request.parameter("refresh_token").isPresent())
        .filter(request -> request.status() >= 400)
        .count();
  }

  private static String bearer(AccessToken token) {
    return "Bearer " + token.value();
  }
}
