package canon.cpp.cloudservice.internal.paging;

import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Listing;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PagingTest {
  private final ClientHarness harness =
      new ClientHarness().with(b -> b.retryPolicy(RetryPolicy.none()));

  @AfterEach
  void end() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aListIsReadToItsEndPastEmptyPages(Reading reading) {
    harness.replies(
        Listing.of(List.of("a", "b"), List.of(), List.of(), List.of("c"), List.of("d"), List.of()));

    assertThat(reading.read(list())).containsExactly("a", "b", "c", "d");
    assertThat(harness.requests()).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void anEmptyListHasNoItems(Reading reading) {
    harness.replies(Listing.of(List.of()));

    assertThat(reading.read(list())).isEmpty();
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void everyPageRequestHasSizeTokenFiltersAndTimeout(Reading reading) {
    harness.replies(Listing.counting(25));
    ListUsers list =
        list().emailStartingWith("a").pageSize(10).timeoutPerPage(Duration.ofSeconds(3));

    assertThat(reading.read(list)).hasSize(25);
    assertThat(harness.transport.requests())
        .extracting(request -> request.uri().getQuery())
        .containsExactly(
            "text=a&pageSize=10",
            "text=a&pageSize=10&pageToken=p1",
            "text=a&pageSize=10&pageToken=p2");
    assertThat(harness.transport.requests())
        .extracting(HttpRequest::timeout)
        .containsOnly(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void readingStartsAtTheGivenToken(Reading reading) {
    harness.replies(Listing.counting(25));

    assertThat(reading.read(list().startingFrom(PageToken.of("p2"))))
        .containsExactly("usr_20", "usr_21", "usr_22", "usr_23", "usr_24");
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void everyReadingStartsAgain(Reading reading) {
    harness.replies(Listing.counting(12));
    ListUsers list = list();

    assertThat(reading.read(list)).hasSize(12);
    assertThat(reading.read(list)).hasSize(12).startsWith("usr_0");
    assertThat(harness.requests()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aFailureInTheMiddleReportsProgressAndTheTokenToContinueWith(Reading reading) {
    Listing listing = Listing.counting(35);
    harness.replies(listing, listing, status(503), listing);
    List<String> ids = new ArrayList<>();

    CloudServiceException failure =
        catchThrowableOfType(UnavailableException.class, () -> reading.read(list(), ids));

    assertThat(ids).hasSize(20);
    assertThat(failure.pagingProgress()).contains(new PagingProgress(20, PageToken.of("p2")));
    assertThat(failure).hasMessageContaining("503; after 20 items of the list]");

    PageToken resume = failure.pagingProgress().get().resumeFrom();
    reading.read(list().startingFrom(resume), ids);
    assertThat(ids).hasSize(35).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aFailureAtTheBeginningReportsNoProgress(Reading reading) {
    harness.replies(status(503));

    CloudServiceException failure =
        catchThrowableOfType(UnavailableException.class, () -> reading.read(list()));

    assertThat(failure.pagingProgress()).contains(new PagingProgress(0, null));
  }

  @ParameterizedTest
  @CsvSource({
    "ITERATOR, 0, 0, p9", // page 0 has a token for page 0
    "PAGES, 1, 1, p0",
    "STREAM, 3, 1, p0",
    "PUBLISHER, 3, 1, p0",
    "ITERATOR, 30, 13, p0", // a long list that ends in a long cycle
    "PUBLISHER, 30, 13, p0",
    "ITERATOR, 40, 0, p0", // back to the page at which it was told to start
  })
  void aCycleOfPagesEndsWithAnError(Reading reading, long last, long again, String start) {
    harness.replies(Listing.circle(last, again));
    ListUsers list = start.equals("p9") ? list() : list().startingFrom(PageToken.of(start));

    CloudServiceException failure =
        catchThrowableOfType(MalformedResponseException.class, () -> reading.read(list));

    assertThat(failure).hasMessageContaining("repeats a page token of this list");
    assertThat(failure.pagingProgress()).isPresent();
    assertThat(harness.requests()).isLessThanOrEqualTo((int) (3 * last + 3));
  }

  @Test
  void pagesAreFetchedOnDemand() {
    harness.replies(Listing.counting(25));
    ListUsers list = list();
    Iterator<User> users = list.iterator();
    Iterator<Page<User>> pages = list.pages().iterator();
    var stream = list.stream();
    var publisher = list.publisher();
    assertThat(pages.hasNext()).isTrue();
    assertThat(harness.requests()).isZero();

    for (int i = 0; i < 10; i++) {
      assertThat(users.next().id()).isEqualTo("usr_" + i);
    }
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(users.hasNext()).isTrue();
    assertThat(harness.requests()).isEqualTo(2);
    assertThat(stream).isNotNull();
    assertThat(publisher).isNotNull();
  }

  @Test
  void anIteratorCanContinueAfterAFailure() {
    Listing listing = Listing.counting(15);
    harness.replies(listing, status(503), status(500), listing);
    Iterator<User> users = list().iterator();
    for (int i = 0; i < 10; i++) {
      User unused = users.next();
    }

    assertThatExceptionOfType(UnavailableException.class).isThrownBy(users::next);
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(users::hasNext);

    assertThat(Reading.rest(users)).hasSize(5).startsWith("usr_10");
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(users::next);
  }

  @Test
  void aStreamFetchesNoMoreThanItsLimit() {
    harness.replies(Listing.counting(1_000_000));

    assertThat(list().stream().limit(15)).hasSize(15);
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void pagesContainTheTokenToContinueWith() {
    harness.replies(Listing.counting(15));
    Iterator<Page<User>> pages = list().pages().iterator();

    assertThat(pages.next().next()).isEqualTo(PageToken.of("p1"));
    assertThat(pages.next().next()).isNull();
    assertThat(pages.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aPageCanBeFetchedAsACall(ExecutionMode mode) {
    harness.replies(Listing.counting(35));

    Page<User> page = mode.execute(list().startingFrom(PageToken.of("p2")).page());

    assertThat(page.items()).hasSize(10);
    assertThat(page.next()).isEqualTo(PageToken.of("p3"));
    harness.replies(status(503));
    var failure = mode.failure(UnavailableException.class, list().page());
    assertThat(failure.pagingProgress()).isEmpty();
  }

  private ListUsers list() {
    return harness.view().users().list();
  }
}
