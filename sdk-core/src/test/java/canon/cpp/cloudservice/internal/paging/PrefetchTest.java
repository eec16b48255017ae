package canon.cpp.cloudservice.internal.paging;

import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.Listing;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.Iterator;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading one page ahead. {@link PagingTest} reads its lists in this way, too. */
class PrefetchTest {
  private static final Listing LISTING = Listing.counting(25);

  private final TaskQueue tasks = new TaskQueue();
  private final ClientHarness harness =
      new ClientHarness(LISTING)
          .with(b -> b.executor(Runnable::run).retryPolicy(RetryPolicy.none()));

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void theNextPageIsRequestedWhenAPageIsReturned() {
    Iterator<Page<User>> pages = list().pages().iterator();
    assertThat(harness.requests()).isZero();

    Page<User> first = pages.next();
    assertThat(first.items()).hasSize(10);
    assertThat(harness.requests()).isEqualTo(2);

    Page<User> second = pages.next();
    assertThat(second.items()).extracting(User::id).startsWith("usr_10");
    assertThat(harness.requests()).isEqualTo(3);

    Page<User> third = pages.next();
    assertThat(third.next()).isNull();
    assertThat(harness.requests()).isEqualTo(3);
  }

  @Test
  void onePageIsTheSameCallAsWithoutPrefetching() {
    Page<User> page = list().page().execute();

    assertThat(page.next()).isEqualTo(PageToken.of("p1"));
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void theOptionIsKeptByOptionsThatFollow() {
    User unused = list().emailStartingWith("a").pageSize(5).header("X-Job", "7").iterator().next();

    assertThat(harness.requests()).isEqualTo(2);
    assertThat(harness.transport.sent("X-Job")).containsExactly("7", "7");
  }

  @Test
  void aFailureIsThrownWhenTheCallerNeedsThePageAndThePageCanBeReadAgain() {
    harness.replies(LISTING, status(503), LISTING);
    Iterator<User> users = list().iterator();

    for (int i = 0; i < 10; i++) {
      assertThat(users.next().id()).isEqualTo("usr_" + i);
    }
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(users::next)
        .satisfies(
            failure ->
                assertThat(failure.pagingProgress())
                    .contains(new PagingProgress(10, PageToken.of("p1"))));

    assertThat(Reading.rest(users)).hasSize(15).startsWith("usr_10");
  }

  @Test
  void anInterruptedCallerStopsWaitingForThePage() {
    HeldReply held = new HeldReply();
    harness.replies(LISTING, held, new HeldReply());
    Iterator<Page<User>> pages = list().pages().iterator();
    Page<User> unused = pages.next();

    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedCallException.class).isThrownBy(pages::next);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPageThatWasReadIsReturnedThoughTheClientIsClosed() {
    Iterator<Page<User>> pages = list().pages().iterator();
    Page<User> unused = pages.next();

    harness.close();

    assertThat(pages.next().items()).extracting(User::id).startsWith("usr_10");
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(pages::next);
  }

  @Test
  void aPublisherRequestsOnePageAheadAndNoMore() {
    harness.with(b -> b.executor(tasks));
    Collector collector = new Collector();
    list().publisher().subscribe(collector);
    tasks.runAll();
    assertThat(harness.requests()).isZero();

    request(collector, 1);
    assertThat(collector.items).isEqualTo(1);
    assertThat(harness.requests()).isEqualTo(2);

    request(collector, 9);
    assertThat(collector.items).isEqualTo(10);
    assertThat(harness.requests()).isEqualTo(3);

    request(collector, Long.MAX_VALUE);
    assertThat(collector.items).isEqualTo(25);
    assertThat(collector.ended).isTrue();
    assertThat(harness.requests()).isEqualTo(3);
  }

  private void request(Collector collector, long items) {
    collector.subscription.request(items);
    tasks.runAll();
  }

  @Test
  void aFailureReachesTheSubscriberAfterTheItemsOfThePageBefore() {
    harness.with(b -> b.executor(tasks)).replies(LISTING, status(503));
    Collector collector = new Collector();
    list().publisher().subscribe(collector);
    tasks.runAll();

    request(collector, 9);
    assertThat(collector.failure).isNull();

    request(collector, 2);
    assertThat(collector.items).isEqualTo(10);
    assertThat(collector.failure).isInstanceOf(UnavailableException.class);
  }

  private ListUsers list() {
    return harness.view().users().list().prefetch();
  }

  /** Counts what it receives. */
  private static final class Collector implements Flow.Subscriber<User> {
    Flow.Subscription subscription;
    int items;
    boolean ended;
    Throwable failure;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(User user) {
      items++;
    }

    @Override
    public void onError(Throwable thrown) {
      failure = thrown;
    }

    @Override
    public void onComplete() {
      ended = true;
    }
  }
}
