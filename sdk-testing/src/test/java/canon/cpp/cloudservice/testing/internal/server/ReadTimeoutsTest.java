package canon.cpp.cloudservice.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadTimeoutsTest {

  @Test
  void aRequestThatArrivesWhileTheServerClosesIsDroppedWithoutAFailure() {
    AtomicInteger handled = new AtomicInteger();
    ReadTimeouts timeouts = new ReadTimeouts("test-", Duration.ofSeconds(1));
    Runnable before = timeouts.limit(handled::incrementAndGet);
    before.run();

    timeouts.close();
    timeouts.limit(handled::incrementAndGet).run();

    assertThat(handled).hasValue(1);
  }
}
