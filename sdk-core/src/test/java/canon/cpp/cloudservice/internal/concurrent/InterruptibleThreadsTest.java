package canon.cpp.cloudservice.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptibleThreadsTest {
  private final InterruptibleThreads call = new InterruptibleThreads();
  private final InterruptibleThreads exchange = new InterruptibleThreads();

  @AfterEach
  void clear() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void anInterruptOfTheOwnerIsNotLeftBehind() {
    Waiter waiter = call.enter();
    call.interruptAll();

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(waiter.leave()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptOfTheHostBeforeThatOfTheOwnerIsKept() {
    Waiter waiter = call.enter();
    Thread.currentThread().interrupt();
    call.interruptAll();

    consumeInterrupt();
    assertThat(waiter.leaveInterrupted()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfTheHostAfterThatOfTheOwnerIsKept() {
    Waiter waiter = call.enter();
    call.interruptAll();
    consumeInterrupt();
    Thread.currentThread().interrupt();

    assertThat(waiter.leaveInterrupted()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfTheHostIsKeptWhenTheCallAndItsExchangeAreClosed() {
    Waiter outer = call.enter();
    Waiter inner = exchange.enter();
    Thread.currentThread().interrupt();
    consumeInterrupt();
    call.interruptAll();
    exchange.interruptAll();

    assertThat(inner.leaveInterrupted()).isTrue();
    assertThat(outer.leave()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void twoOwnersInterruptOnce() {
    Waiter outer = call.enter();
    Waiter inner = exchange.enter();
    call.interruptAll();
    exchange.interruptAll();
    consumeInterrupt();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(inner.leaveInterrupted()).isTrue();
    assertThat(outer.leave()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aClosedOwnerInterruptsThreadsThatEnterLater() {
    call.interruptAll();

    Waiter waiter = call.enter();

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(waiter.leave()).isTrue();
  }

  /** Behaves like a blocking method that throws an InterruptedException. */
  private static void consumeInterrupt() {
    assertThat(Thread.interrupted()).isTrue();
  }
}
