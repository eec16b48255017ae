package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Probes for one transport, on sockets of its own, whatever the transport is built on. Looking up a
 * name cannot be stopped, so probes have threads that are theirs alone.
 */
public final class Prober implements AutoCloseable {
  private static final int THREADS = 2;

  private final NetworkSettings settings;
  private final Tls tls;
  private final Timer timer;
  private final ClientThreads threads = new ClientThreads("probe", THREADS);
  private volatile boolean closed;

  /**
   * Makes no thread yet.
   *
   * @param tls the transport's own, so that what it trusts is what is trusted here
   * @param timer when the transport closes it, probes end
   */
  public Prober(NetworkSettings settings, Tls tls, Timer timer) {
    this.settings = settings;
    this.tls = tls;
    this.timer = timer;
  }

  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    ConnectionPath way = new ConnectionPath(settings, tls, address);
    Probe probe = new Probe(way, timer, settings.connectTimeout(), timeout);
    if (closed) {
      probe.reject();
    } else {
      threads.execute(probe);
    }
    return probe.result();
  }

  @Override
  public void close() {
    closed = true;
    threads.close();
  }
}
