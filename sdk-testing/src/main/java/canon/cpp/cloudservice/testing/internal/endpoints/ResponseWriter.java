package canon.cpp.cloudservice.testing.internal.endpoints;

import canon.cpp.cloudservice.testing.internal.wire.HttpDates;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import canon.cpp.cloudservice.time.Timer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes a response to the network, as slowly and as far as a fault allows. */
final class ResponseWriter {
  private static final int MAX_PIECES = 64;
  private static final String RETRY_AFTER = "Retry-After";

  private final Clock clock;
  private final Timer timer;

  ResponseWriter(Clock clock, Timer timer) {
    this.clock = clock;
    this.timer = timer;
  }

  void write(HttpExchange exchange, ServiceResponse response) throws IOException {
    response.headers().forEach((name, value) -> set(exchange, name, value));
    byte[] body = response.body();
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(response.status(), bodiless ? -1 : body.length);
    if (bodiless) {
      return;
    }
    int arriving = response.delivery().arriving(body.length);
    if (response.delivery().time().isZero()) {
      exchange.getResponseBody().write(body, 0, arriving);
    } else {
      drip(exchange.getResponseBody(), body, arriving, response.delivery().time());
    }
    exchange.getResponseBody().flush();
  }

  private void drip(OutputStream out, byte[] body, int arriving, Duration time) throws IOException {
    int pieces = Math.max(1, Math.min(MAX_PIECES, arriving));
    Duration last = time.minus(time.dividedBy(pieces).multipliedBy(pieces - 1L));
    for (int i = 0; i < pieces; i++) {
      var unused = timer.pause(i == pieces - 1 ? last : time.dividedBy(pieces));
      int begin = (int) ((long) arriving * i / pieces);
      int end = (int) ((long) arriving * (i + 1) / pieces);
      out.write(body, begin, end - begin);
      out.flush();
    }
  }

  private void set(HttpExchange exchange, String name, String value) {
    boolean date = name.equals(RETRY_AFTER) && !value.chars().allMatch(Character::isDigit);
    exchange.getResponseHeaders().set(name, date ? asFarFromNow(value) : value);
  }

  /**
   * Returns the JDK's server sends the machine's time as {@code Date}, and clients compute with it.
   * A date in a response therefore has the same distance to it as to the fake's own time.
   */
  private String asFarFromNow(String date) {
    Duration wait = Duration.between(clock.instant(), HttpDates.parse(date));
    Instant shifted = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(wait);
    return HttpDates.notBefore(HttpDates.nearest(shifted));
  }
}
