package canon.cpp.cloudservice.bulk.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * A program that plans the users of a large site, of which one in a hundred changes, saves the plan
 * and reads it again.
 *
 * <p>Arguments: address, token, number of users, plan file.
 */
final class PlanningProgram {
  private PlanningProgram() {}

  public static void main(String[] arguments) {
    int users = Integer.parseInt(arguments[2]);
    Path file = Path.of(arguments[3]);
    try (CloudServiceClient client = CloudServiceClient.builder(URI.create(arguments[0])).build()) {
      Iterable<String> desired =
          () ->
              IntStream.range(0, users)
                  .mapToObj(i -> email(i % 100 == 0 ? users + i : i))
                  .iterator();
      long start = System.nanoTime();
      MembershipPlan plan =
          Plans.with(client.withToken(arguments[1]))
              .usersOnAllLists(desired)
              .removing(RemovalScope.wholeSite())
              .create();
      Duration planned = Duration.ofNanos(System.nanoTime() - start);
      plan.save(file);
      boolean same = MembershipPlan.read(file).equals(plan);
      System.out.printf(
          "%d users: %d joined and %d left, planned in %d ms, with a heap of %d MB%n",
          users,
          plan.additions().size(),
          plan.removals().size(),
          planned.toMillis(),
          Runtime.getRuntime().maxMemory() >> 20);
      boolean right =
          plan.additions().size() == users / 100 && plan.removals().size() == users / 100;
      System.exit(same && right ? 0 : 1);
    }
  }

  static String email(int i) {
    return "user" + i + "@contoso.com";
  }
}
