package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.benchmarks.peers.Client;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.net.URI;
import java.time.Duration;

/**
 * A process that reads a list of 20 pages over a link with a delay, and handles each page for as
 * long as that delay. It prints the milliseconds of the list without and with prefetching.
 * Arguments: the address, the address of a server without a delay, the transport and the {@link
 * Times}. The process warms up with lists of the server without a delay, because the ideal contains
 * no time for code that is not compiled yet.
 */
final class LinkFork {
  /** The delay of the link, and the time for handling a page. */
  static final Duration DELAY = Duration.ofMillis(20);

  /** The time of the list if nothing but the delays counted: the first page, then page by page. */
  static final Duration IDEAL = DELAY.multipliedBy(21);

  private static final PageToken FIRST = PageToken.of("link1");

  private LinkFork() {}

  public static void main(String[] arguments) throws Exception {
    Load load = new Load(Times.parse(arguments, 3));
    HttpTransport transport =
        arguments[2].equals("jdk")
            ? HttpTransport.jdk().build()
            : HttpTransport.urlConnection().build();
    try (transport) {
      try (CloudServiceClient client = client(arguments[1], transport)) {
        ListUsers list = list(client);
        Mix mix = new Mix();
        mix.add(1, () -> read(list, Duration.ZERO));
        mix.add(1, () -> read(list.prefetch(), Duration.ZERO));
        load.warmUp(Load.WARMUP_THREADS, mix);
      }
      try (CloudServiceClient client = client(arguments[0], transport)) {
        ListUsers list = list(client);
        System.out.println(millis(list));
        System.out.println(millis(list.prefetch()));
      }
    }
    System.exit(0);
  }

  private static CloudServiceClient client(String address, HttpTransport transport) {
    return CloudServiceClient.builder(URI.create(address)).transport(transport).build();
  }

  private static ListUsers list(CloudServiceClient client) {
    return client.withToken(Client.TOKEN).users().list().startingFrom(FIRST);
  }

  private static double millis(ListUsers list) throws InterruptedException {
    long start = System.nanoTime();
    read(list, DELAY);
    return (System.nanoTime() - start) / 1e6;
  }

  private static int read(ListUsers list, Duration handling) throws InterruptedException {
    int users = 0;
    for (Page<User> page : list.pages()) {
      users += page.items().size();
      Thread.sleep(handling.toMillis());
    }
    if (users != 2000) {
      throw new IllegalStateException("The list has " + users + " users");
    }
    return users;
  }
}
