package canon.cpp.cloudservice.testing.chaos;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A proxy between a client and a service that injects network faults. The fault follows from the
 * seed, the idempotency key of a request and the number of its attempt. One thread for each
 * connection.
 */
final class ChaosProxy implements AutoCloseable {
  private static final int REQUESTS_TO_AN_OUTAGE = 400;
  private static final String LIMITED = "429 Too Many Requests";
  private static final String PROBLEM = "\r\nContent-Type: application/problem+json";
  private static final String RATE_LIMITED = "{\"status\":429,\"code\":\"rate-limited\"}";
  private static final String UNAVAILABLE = "503 Service Unavailable";

  private final URI service;
  private final long seed;
  private final boolean secured;
  private final FlakyPort port = new FlakyPort();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
  private final Map<NetworkFault, Integer> happened =
      Collections.synchronizedMap(new EnumMap<>(NetworkFault.class));
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean out = new AtomicBoolean();
  private volatile boolean calm;

  ChaosProxy(URI service, long seed, boolean secured) {
    this.service = service;
    this.secured = secured;
    this.seed = seed;
    start(this::acceptAll);
  }

  URI address() {
    return URI.create((secured ? "https" : "http") + "://127.0.0.1:" + port.number());
  }

  Map<NetworkFault, Integer> happened() {
    synchronized (happened) {
      return new EnumMap<>(happened);
    }
  }

  /** Stops all faults; waits for what is still in flight. */
  void calmDown(Duration limit) {
    calm = true;
    long end = System.nanoTime() + limit.toNanos();
    while (underWay.get() > 0 || out.get()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(underWay + " requests are still in flight");
      }
      rest(5);
    }
  }

  @Override
  public void close() {
    port.close();
    clients.forEach(ClientSide::reset);
  }

  static void rest(long millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  private void acceptAll() {
    for (var next = port.accept(); next.isPresent(); next = port.accept()) {
      Socket client = next.get();
      clients.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket socket) {
    try (ClientSide client = new ClientSide(socket, secured);
        Socket upstream = new Socket(service.getHost(), service.getPort())) {
      upstream.setTcpNoDelay(true);
      InputStream answers = new BufferedInputStream(upstream.getInputStream());
      for (var next = HttpMessage.read(client.in());
          next.isPresent();
          next = HttpMessage.read(client.in())) {
        HttpMessage request = next.get();
        underWay.incrementAndGet();
        try {
          exchange(request, client, upstream, answers);
        } finally {
          underWay.decrementAndGet();
        }
      }
    } catch (IOException e) {
      // One side is closed, so the other is closed too.
    } finally {
      clients.remove(socket);
    }
  }

  private void exchange(
      HttpMessage request, ClientSide client, Socket upstream, InputStream answers)
      throws IOException {
    SplittableRandom random = randomFor(request);
    NetworkFault fault = next(random);
    happened.merge(fault, 1, Integer::sum);
    switch (fault) {
      case RESET_BEFORE_REQUEST -> client.reset();
      case REQUEST_LOST -> holdSilently(client);
      case LIMITED -> client.send(HttpMessage.answer(LIMITED + PROBLEM, RATE_LIMITED));
      case LIMITED_RETRY_NOW -> client.send(later(LIMITED, 0));
      case LIMITED_RETRY_LATE -> client.send(later(LIMITED, 1));
      case UNAVAILABLE -> client.send(HttpMessage.answer(UNAVAILABLE, ""));
      case UNAVAILABLE_RETRY_NOW -> client.send(later(UNAVAILABLE, 0));
      case UNAVAILABLE_RETRY_LATE -> client.send(later(UNAVAILABLE, 1));
      case FORBIDDEN_PAGE -> client.send(page("403 Forbidden"));
      case LOGIN_PAGE -> client.send(page("200 OK"));
      case OUTAGE -> {
        goOut(random);
        client.reset();
      }
      case RESET_AFTER_REQUEST -> {
        upstream.getOutputStream().write(request.bytes());
        client.reset();
        HttpMessage unused = answer(answers);
      }
      default -> {
        if (fault == NetworkFault.DELAY || fault == NetworkFault.LATE) {
          rest(fault == NetworkFault.DELAY ? random.nextInt(1, 40) : random.nextInt(350, 500));
        }
        upstream.getOutputStream().write(request.bytes());
        sendResponse(answer(answers), fault, client);
      }
    }
  }

  private NetworkFault next(SplittableRandom random) {
    if (calm) {
      return NetworkFault.NONE;
    }
    return requests.incrementAndGet() % REQUESTS_TO_AN_OUTAGE == 0
        ? NetworkFault.OUTAGE
        : NetworkFault.drawn(random.nextInt(1000));
  }

  private void sendResponse(HttpMessage answer, NetworkFault fault, ClientSide client)
      throws IOException {
    int head = answer.headLength();
    switch (fault) {
      case RESET_BEFORE_RESPONSE -> client.reset();
      case RESPONSE_LOST -> holdSilently(client);
      case TRUNCATED_HEAD -> client.sendPart(answer, head / 2);
      case TRUNCATED_BODY -> client.sendPart(answer, (head + answer.bytes().length) / 2);
      case GATEWAY_TIMEOUT -> client.send(later("504 Gateway Timeout", 1));
      case RESPONSE_TWICE -> {
        client.send(answer);
        client.send(answer);
      }
      default -> client.send(answer);
    }
  }

  private static HttpMessage answer(InputStream answers) throws IOException {
    return HttpMessage.read(answers).orElseThrow(() -> new EOFException("No response"));
  }

  private static HttpMessage page(String status) {
    return HttpMessage.answer(status + "\r\nContent-Type: text/html", "<html>");
  }

  private static HttpMessage later(String status, int seconds) {
    return HttpMessage.answer(status + "\r\nRetry-After: " + seconds, "");
  }

  /** The client waits for its timeout, but nothing is in flight any more. */
  private void holdSilently(ClientSide client) throws IOException {
    underWay.decrementAndGet();
    try {
      client.fallSilent();
    } finally {
      underWay.incrementAndGet();
    }
  }

  private void goOut(SplittableRandom random) {
    long millis = random.nextInt(40, 100);
    if (out.compareAndSet(false, true)) {
      start(
          () -> {
            port.rejectDuring(
                () -> {
                  clients.forEach(ClientSide::reset);
                  rest(millis);
                });
            out.set(false);
          });
    }
  }

  private SplittableRandom randomFor(HttpMessage request) {
    String key = request.header("idempotency-key").orElse("");
    int time = times.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    return new SplittableRandom(seed + 31L * (key + "#" + time).hashCode());
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "chaos");
    thread.setDaemon(true);
    thread.start();
  }
}
