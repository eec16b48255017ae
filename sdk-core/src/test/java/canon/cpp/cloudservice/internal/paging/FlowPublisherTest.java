package canon.cpp.cloudservice.internal.paging;

import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.Listing;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowPublisherTest {
  private final TaskQueue tasks = new TaskQueue();
  private final ClientHarness harness =
      new ClientHarness(Listing.counting(25))
          .with(b -> b.executor(tasks).retryPolicy(RetryPolicy.none()));

  @AfterEach
  void end() {
    harness.close();
  }

  /** Records signals, and runs an action for each item. */
  private static final class Listener implements Flow.Subscriber<User> {
    final List<String> heard = new ArrayList<>();
    Consumer<User> onItem = user -> {};
    Flow.Subscription subscription;
    Throwable failure;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      heard.add("subscribed");
      subscription = given;
    }

    @Override
    public void onNext(User user) {
      heard.add(user.id());
      onItem.accept(user);
    }

    @Override
    public void onError(Throwable thrown) {
      heard.add("failed");
      failure = thrown;
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }

  private final Listener listener = new Listener();

  private void subscribe() {
    harness.view().users().list().publisher().subscribe(listener);
    tasks.runAll();
  }

  private void request(long n) {
    listener.subscription.request(n);
    tasks.runAll();
  }

  @Test
  void everySignalIsDeliveredOnTheExecutor() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    harness.view().users().list().publisher().subscribe(listener);
    assertThat(listener.heard).isEmpty();
    tasks.runAll();
    assertThat(listener.heard).containsExactly("subscribed");

    request(1);
    held.release(Listing.of(List.of("a")));

    assertThat(listener.heard).containsExactly("subscribed");
    tasks.runAll();
    assertThat(listener.heard).containsExactly("subscribed", "a", "complete");
  }

  @Test
  void aPageIsFetchedOnlyWhenItemsAreRequested() {
    subscribe();
    assertThat(harness.requests()).isZero();

    request(10);
    assertThat(listener.heard).hasSize(11);
    assertThat(harness.requests()).isEqualTo(1);

    request(1);
    assertThat(harness.requests()).isEqualTo(2);

    request(Long.MAX_VALUE);
    request(Long.MAX_VALUE);
    assertThat(listener.heard).hasSize(27).endsWith("complete");
  }

  @Test
  void requestingZeroItemsIsAnErrorAndTheLastSignal() {
    for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
      listener.heard.clear();
      subscribe();

      listener.subscription.request(5);
      request(n);
      request(5);

      assertThat(listener.heard).containsExactly("subscribed", "failed");
      assertThat(listener.failure)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3.9");
    }
  }

  @Test
  void requestingZeroItemsInTheMiddleStopsThere() {
    listener.onItem = user -> listener.subscription.request(user.id().equals("usr_2") ? 0 : 1);
    subscribe();

    request(1);

    assertThat(listener.heard).containsExactly("subscribed", "usr_0", "usr_1", "usr_2", "failed");
  }

  @Test
  void requestingZeroItemsAtTheLastItemIsAnError() {
    harness.replies(Listing.of(List.of("a")));
    listener.onItem = user -> listener.subscription.request(0);
    subscribe();

    request(1);

    assertThat(listener.heard).containsExactly("subscribed", "a", "failed");
  }

  @Test
  void cancellingAbandonsTheFetchInFlight() {
    HeldReply held = new HeldReply();
    harness.replies(Listing.counting(25), held);
    subscribe();
    request(11);
    assertThat(listener.heard).hasSize(11);

    listener.subscription.cancel();

    held.awaitCancellation();
    tasks.runAll();
    request(1);
    assertThat(listener.heard).hasSize(11);
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void cancellingInTheMiddleOfAPageStopsThere() {
    listener.onItem = user -> listener.subscription.cancel();
    subscribe();

    request(25);

    assertThat(listener.heard).containsExactly("subscribed", "usr_0");
  }

  @Test
  void requestingFromWithinOnNextDoesNotRecurse() {
    harness.replies(Listing.counting(20_000));
    listener.onItem = user -> listener.subscription.request(1);
    subscribe();

    request(1);

    assertThat(listener.heard).hasSize(20_002).endsWith("complete");
  }

  @Test
  void aFailureCarriesTheProgress() {
    harness.replies(Listing.counting(25), status(503));
    subscribe();

    request(25);
    request(25);

    assertThat(listener.heard).hasSize(12).endsWith("failed");
    assertThat(listener.failure).isInstanceOf(UnavailableException.class);
    assertThat(((UnavailableException) listener.failure).pagingProgress())
        .map(PagingProgress::itemsRead)
        .contains(10L);
  }

  @Test
  void misuseIsTheFirstAndLastSignal() {
    harness.client().users().list().publisher().subscribe(listener);
    tasks.runAll();
    assertThat(listener.heard).containsExactly("subscribed", "failed");
    assertThat(listener.failure).isInstanceOf(IllegalStateException.class);

    assertThatNullPointerException()
        .isThrownBy(() -> harness.view().users().list().publisher().subscribe(null));
  }

  @Test
  void closingTheClientNotifiesSubscribers() {
    CloudServiceClient view = harness.view();
    subscribe();
    request(10);
    harness.client().close();

    request(1);

    assertThat(listener.heard).hasSize(12).endsWith("failed");
    assertThat(listener.failure).hasMessageStartingWith("This client is closed.");

    listener.heard.clear();
    view.users().list().publisher().subscribe(listener);
    tasks.runAll();
    assertThat(listener.heard).containsExactly("subscribed", "failed");
  }

  @Test
  void closingTheClientEndsAFetchInFlight() {
    harness.replies(new HeldReply());
    subscribe();
    request(1);

    harness.client().close();
    Threads.await(
        () -> {
          tasks.runAll();
          return listener.heard.size() > 1;
        });

    assertThat(listener.heard).containsExactly("subscribed", "failed");
    assertThat(listener.failure).hasMessageStartingWith("The client was closed");
  }

  @Test
  void aSubscriberThatThrowsReceivesNoFurtherSignal() {
    IllegalStateException bug = new IllegalStateException("bug");
    listener.onItem =
        user -> {
          throw bug;
        };
    subscribe();
    listener.subscription.request(25);

    assertThat(catchThrowable(tasks::runAll)).as("its executor runs a task").isSameAs(bug);

    request(1);
    assertThat(listener.heard).containsExactly("subscribed", "usr_0");
  }

  @Test
  void anExecutorThatRejectsWorkFailsTheSubscriber() {
    subscribe();
    tasks.setFull(true);

    listener.subscription.request(1);

    assertThat(listener.heard).containsExactly("subscribed", "failed");
    assertThat(listener.failure).hasMessageStartingWith("The client's executor rejects tasks");
  }
}
