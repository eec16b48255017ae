package canon.cpp.cloudservice.benchmarks;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One small GET without TLS to a server on this machine, by the transports and by Java's own
 * client. Client and server share the processors, so only ratios carry over; over a network all of
 * them are smaller.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransportBenchmark {
  private static final byte[] BODY = new byte[250];
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** How the server marks the end of its response. */
  @Param({"LENGTH", "CHUNKS"})
  public Framing framing;

  private HttpServer server;
  private ExecutorService serving;
  private HttpClient httpClient;
  private java.net.http.HttpRequest plain;
  private HttpTransport jdk;
  private HttpTransport urlConnection;
  private HttpRequest request;

  /** The two forms of HTTP/1.1. */
  public enum Framing {
    LENGTH(BODY.length),
    CHUNKS(0);

    /** The length as the server expects it: 0 for chunks. */
    private final long length;

    Framing(long length) {
      this.length = length;
    }
  }

  @Setup
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serving = Executors.newCachedThreadPool();
    server.setExecutor(serving);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, framing.length);
            exchange.getResponseBody().write(BODY);
          }
        });
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    httpClient = HttpClient.newHttpClient();
    plain = java.net.http.HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    jdk = HttpTransport.jdk().build();
    urlConnection = HttpTransport.urlConnection().build();
    request = HttpRequest.of("GET", address, TIMEOUT);
  }

  @TearDown
  public void stop() {
    jdk.close();
    urlConnection.close();
    server.stop(0);
    serving.shutdownNow();
  }

  @Benchmark
  public Object httpClient() throws Exception {
    return httpClient.send(plain, BodyHandlers.ofByteArray());
  }

  @Benchmark
  public Object httpClientAsync() throws Exception {
    return httpClient.sendAsync(plain, BodyHandlers.ofByteArray()).get();
  }

  @Benchmark
  public Object jdkTransport() throws Exception {
    return jdk.send(request);
  }

  @Benchmark
  public Object jdkTransportAsync() throws Exception {
    return jdk.sendAsync(request).get();
  }

  @Benchmark
  public Object urlConnectionTransport() throws Exception {
    return urlConnection.send(request);
  }
}
