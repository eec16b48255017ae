package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A client on a scripted transport, with virtual time and known randomness. Calls have a timeout of
 * 10 seconds unless they set their own.
 */
public final class ClientHarness implements AutoCloseable {
  public static final URI ADDRESS = URI.create("https://service.example");
  public static final Instant NOW = Instant.parse("2031-03-01T12:00:00Z");
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  public final ManualTimer timer = new ManualTimer();
  public final ScriptedTransport transport = new ScriptedTransport(timer);
  private final CloudServiceClientBuilder builder =
      CloudServiceClient.builder(ADDRESS)
          .transport(transport)
          .timer(timer)
          .clock(Clock.fixed(NOW, ZoneOffset.UTC))
          .random(new Random(42))
          .timeout(TIMEOUT);
  private CloudServiceClient client = builder.build();

  public ClientHarness(Reply... replies) {
    if (replies.length > 0) {
      transport.replies(replies);
    }
  }

  /** Replaces the client by one with other settings. */
  public ClientHarness with(UnaryOperator<CloudServiceClientBuilder> settings) {
    client.close();
    client = settings.apply(builder).build();
    return this;
  }

  public ClientHarness replies(Reply... replies) {
    transport.replies(replies);
    return this;
  }

  /** The client, without an account. */
  public CloudServiceClient client() {
    return client;
  }

  /** A view with a fixed token. */
  public CloudServiceClient view() {
    return client.withToken("token");
  }

  public int requests() {
    return transport.requests().size();
  }

  @Override
  public void close() {
    client.close();
  }
}
