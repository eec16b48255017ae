package canon.cpp.cloudservice.benchmarks.compare;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.benchmarks.peers.Client;
import canon.cpp.cloudservice.benchmarks.server.Users;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;

/**
 * A process with a stand-in for the service and a client of it. Arguments: the stand-in and the
 * {@link Times}.
 */
final class FakeFork {
  private static final String ADMIN = "admin@contoso.com";
  private static final int STARTS = 15;
  private static final int UNMEASURED_STARTS = 5;
  private static final int THREADS = 8;

  private FakeFork() {}

  /** What stands in for the service. */
  enum StandIn {
    FAKE_IN_PROCESS("the fake, in process"),
    FAKE_HTTP("the fake, over HTTP"),
    WIREMOCK("WireMock with one stub");

    private final String title;

    StandIn(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    Running start() {
      return switch (this) {
        case FAKE_IN_PROCESS -> fake(false);
        case FAKE_HTTP -> fake(true);
        case WIREMOCK -> wireMock();
      };
    }
  }

  /** A started stand-in. */
  record Running(CloudServiceClient client, Runnable stop) implements AutoCloseable {
    Object get() {
      return client.users().get(Client.NEW_ADDRESS).execute();
    }

    @Override
    public void close() {
      client.close();
      stop.run();
    }
  }

  private static Running fake(boolean http) {
    FakeCloudService fake =
        FakeCloudService.builder()
            .site(site -> site.administrator(ADMIN).user(Client.NEW_ADDRESS))
            .build();
    FakeEndpoint endpoint = http ? fake.http() : fake.inProcess();
    return new Running(endpoint.client(ADMIN), fake::close);
  }

  private static Running wireMock() {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    server.stubFor(any(anyUrl()).willReturn(okJson(Users.one(0))));
    HttpTransport transport = HttpTransport.jdk().build();
    CloudServiceClient client =
        CloudServiceClient.builder(URI.create(server.baseUrl()))
            .transport(transport)
            .build()
            .withToken(Client.TOKEN);
    return new Running(
        client,
        () -> {
          transport.close();
          server.stop();
        });
  }

  public static void main(String[] arguments) throws Exception {
    StandIn standIn = StandIn.valueOf(arguments[0]);
    Samples starts = new Samples();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Running running = standIn.start()) {
        Load.Sink.accept(running.get());
        if (i >= UNMEASURED_STARTS) {
          starts.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    System.out.println("START " + starts.median());
    Load load = new Load(Times.parse(arguments, 1));
    try (Running running = standIn.start()) {
      Load.Sink.accept("REHEARSAL " + Load.REHEARSAL.inThreads(THREADS, running::get));
      load.warmUp(Load.WARMUP_THREADS, running::get);
      System.out.println("ONE_THREAD " + load.inThreads(1, running::get));
      System.out.println("EIGHT_THREADS " + load.inThreads(THREADS, running::get));
    }
    System.exit(0);
  }
}
