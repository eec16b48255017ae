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
 * Arguments: the address and the transport.
 */
final class LinkFork {
  /** The delay of the link, and the time for handling a page. */
  static final Duration DELAY = Duration.ofMillis(20);

  /** The time of the list if nothing but the delays counted: the first page, then page by page. */
  static final Duration IDEAL = DELAY.multipliedBy(21);

  private static final PageToken FIRST = PageToken.of("link1");
  private static final int LISTS = 5;

  private LinkFork() {}

  public static void main(String[] arguments) throws InterruptedException {
    HttpTransport transport =
        arguments[1].equals("jdk")
            ? HttpTransport.jdk().build()
            : HttpTransport.urlConnection().build();
    try (transport;
        CloudServiceClient client =
            CloudServiceClient.builder(URI.create(arguments[0])).transport(transport).build()) {
      ListUsers list = client.withToken(Client.TOKEN).users().list().startingFrom(FIRST);
      System.out.println(millis(list));
      System.out.println(millis(list.prefetch()));
    }
    System.exit(0);
  }

  private static double millis(ListUsers list) throws InterruptedException {
    read(list);
    Samples samples = new Samples();
    for (int i = 0; i < LISTS; i++) {
      long start = System.nanoTime();
      read(list);
      samples.add((System.nanoTime() - start) / 1e6);
    }
    return samples.median();
  }

  private static void read(ListUsers list) throws InterruptedException {
    int users = 0;
    for (Page<User> page : list.pages()) {
      users += page.items().size();
      Thread.sleep(DELAY.toMillis());
    }
    if (users != 2000) {
      throw new IllegalStateException("The list has " + users + " users");
    }
  }
}
