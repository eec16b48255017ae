package canon.cpp.cloudservice.testing.chaos;

import java.io.IOException;
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
import java.util.function.Consumer;

/**
 * Forwards requests, and injects network faults. The fault follows from the seed, the idempotency
 * key of a request and the number of its attempt.
 */
final class FaultInjector {
  private static final int REQUESTS_TO_AN_OUTAGE = 400;
  private static final String LIMITED = "429 Too Many Requests";
  private static final String PROBLEM = "\r\nContent-Type: application/problem+json";
  private static final String RATE_LIMITED = "{\"status\":429,\"code\":\"rate-limited\"}";
  private static final String UNAVAILABLE = "503 Service Unavailable";

  private final long seed;
  private final Consumer<Duration> outage;
  private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
  private final Set<String> attempts = ConcurrentHashMap.newKeySet();
  private final Set<String> retransmittedKeys = ConcurrentHashMap.newKeySet();
  private final Map<NetworkFault, Integer> happened =
      Collections.synchronizedMap(new EnumMap<>(NetworkFault.class));
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicBoolean out = new AtomicBoolean();
  private volatile boolean calm;

  /**
   * Creates an injector.
   *
   * @param outage ends all connections of clients, and accepts none for a time
   */
  FaultInjector(long seed, Consumer<Duration> outage) {
    this.seed = seed;
    this.outage = outage;
  }

  Map<NetworkFault, Integer> happened() {
    synchronized (happened) {
      return new EnumMap<>(happened);
    }
  }

  Set<String> retransmittedKeys() {
    return retransmittedKeys;
  }

  /** Counts a fault that concerns a whole connection. */
  void happened(NetworkFault fault) {
    happened.merge(fault, 1, Integer::sum);
  }

  boolean isCalm() {
    return calm;
  }

  /** Stops all faults; waits for what is still in flight. */
  void calmDown(Duration limit) {
    calm = true;
    long end = System.nanoTime() + limit.toNanos();
    while (inFlight.get() > 0 || out.get()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(inFlight + " requests are still in flight");
      }
      rest(5);
    }
  }

  static void rest(long millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  static void start(Runnable work) {
    Thread thread = new Thread(work, "chaos");
    thread.setDaemon(true);
    thread.start();
  }

  void exchange(HttpMessage request, Downstream client, Upstream upstream) throws IOException {
    inFlight.incrementAndGet();
    try {
      register(request);
      inject(request, client, upstream);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void register(HttpMessage request) {
    String attempt = request.header("attempt-id").orElse("");
    if (!attempt.isEmpty() && !attempts.add(attempt)) {
      request.header("idempotency-key").ifPresent(retransmittedKeys::add);
    }
  }

  private void inject(HttpMessage request, Downstream client, Upstream upstream)
      throws IOException {
    SplittableRandom random = randomFor(request);
    NetworkFault fault = next(random);
    happened(fault);
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
        goOut(Duration.ofMillis(random.nextInt(40, 100)));
        client.reset();
      }
      case RESET_AFTER_REQUEST -> {
        upstream.send(request);
        client.reset();
        HttpMessage unused = upstream.receive();
      }
      default -> {
        if (fault == NetworkFault.DELAY || fault == NetworkFault.LATE) {
          rest(fault == NetworkFault.DELAY ? random.nextInt(1, 40) : random.nextInt(350, 500));
        }
        upstream.send(request);
        respond(upstream.receive(), fault, client);
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

  private void respond(HttpMessage response, NetworkFault fault, Downstream client)
      throws IOException {
    int head = response.headLength();
    switch (fault) {
      case RESET_BEFORE_RESPONSE -> client.reset();
      case RESPONSE_LOST -> holdSilently(client);
      case TRUNCATED_HEAD -> client.sendPart(response, head / 2);
      case TRUNCATED_BODY -> client.sendPart(response, (head + response.bytes().length) / 2);
      case GATEWAY_TIMEOUT -> client.send(later("504 Gateway Timeout", 1));
      case RESPONSE_TWICE -> client.forwardTwice(response);
      default -> client.forward(response);
    }
  }

  private static HttpMessage page(String status) {
    return HttpMessage.answer(status + "\r\nContent-Type: text/html", "<html>");
  }

  private static HttpMessage later(String status, int seconds) {
    return HttpMessage.answer(status + "\r\nRetry-After: " + seconds, "");
  }

  /** The client waits for its timeout, but nothing is in flight any more. */
  private void holdSilently(Downstream client) throws IOException {
    inFlight.decrementAndGet();
    try {
      client.fallSilent();
    } finally {
      inFlight.incrementAndGet();
    }
  }

  private void goOut(Duration time) {
    if (out.compareAndSet(false, true)) {
      start(
          () -> {
            outage.accept(time);
            out.set(false);
          });
    }
  }

  private SplittableRandom randomFor(HttpMessage request) {
    String key = request.header("idempotency-key").orElse("");
    int time = times.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    return new SplittableRandom(seed + 31L * (key + "#" + time).hashCode());
  }
}
