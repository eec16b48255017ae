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
 * Runs the probes of one transport on its own sockets. A name lookup cannot be stopped, so probes
 * have their own threads.
 */
public final class Prober implements AutoCloseable {
  private static final int THREADS = 2;

  private final NetworkSettings settings;
  private final Tls tls;
  private final Timer timer;
  private final boolean supportsSocks;
  private final ClientThreads threads = new ClientThreads("probe", THREADS);
  private volatile boolean closed;

  /**
   * Creates the prober; threads start with the first probe.
   *
   * @param tls the TLS settings of the transport
   * @param timer the timer of the transport; closing it ends probes in flight
   * @param supportsSocks whether the transport supports SOCKS proxies
   */
  public Prober(NetworkSettings settings, Tls tls, Timer timer, boolean supportsSocks) {
    this.supportsSocks = supportsSocks;
    this.settings = settings;
    this.tls = tls;
    this.timer = timer;
  }

  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    ConnectionPath path = new ConnectionPath(settings, tls, address, supportsSocks);
    Probe probe = new Probe(path, timer, settings.connectTimeout(), timeout);
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
