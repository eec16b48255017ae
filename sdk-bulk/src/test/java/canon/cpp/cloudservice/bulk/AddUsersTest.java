package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddUsersTest {
  private final FakeSite site =
      new FakeSite(seed -> seed.user("user003@contoso.com").user("user004@contoso.com"));

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everyUserIsAdded() {
    BulkReport report = site.adding(addresses(1000)).execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(report.stopReason()).isEmpty();
    assertThat(report.count(ItemResult.DONE)).isEqualTo(998);
    assertThat(report.count(ItemResult.ALREADY_SO)).isEqualTo(2);
    assertThat(site.requests("addUser")).hasSize(1000);
    assertThat(site.users()).isEqualTo(1002);
  }

  @Test
  void oneBadRowDoesNotStopTheRest() {
    List<String> input =
        List.of("user001@contoso.com", "nobody", "taken@fabrikam.com", "user002@contoso.com");

    BulkReport report = site.adding(input).execute();

    assertThat(report.isComplete()).isFalse();
    assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
    try (Stream<BulkItem> rejected = report.rejected()) {
      List<BulkItem> items = rejected.toList();
      assertThat(items).extracting(BulkItem::row).containsExactly(2L, 3L);
      assertThat(items).extracting(BulkItem::input).containsExactly("nobody", "taken@fabrikam.com");
      assertThat(items)
          .extracting(BulkItem::code)
          .containsExactly(ProblemCode.VALIDATION_FAILED, ProblemCode.ACCOUNT_REGISTERED_ELSEWHERE);
      assertThat(items).allMatch(item -> item.idempotencyKey() != null);
      assertThat(items).noneMatch(item -> String.valueOf(item.message()).contains(item.input()));
    }
  }

  @Test
  void theItemsHaveTheOrderOfTheInput() {
    BulkReport report = site.adding(addresses(300)).execute();

    try (Stream<BulkItem> items = report.items()) {
      assertThat(items.map(BulkItem::input)).containsExactlyElementsOf(addresses(300));
    }
    try (Stream<BulkItem> items = report.items()) {
      assertThat(items).allMatch(item -> item.requestId() != null);
    }
  }

  @Test
  void anInputWithoutRowsIsDoneAtOnce() {
    BulkReport report = site.adding(List.of()).execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(site.requests("addUser")).isEmpty();
  }

  @Test
  void aStreamCanBeTheInput() {
    Stream<String> stream = addresses(3).stream();

    assertThat(site.adding(BulkInput.of(stream)).execute().isComplete()).isTrue();
  }

  @Test
  void aPublisherCanBeTheInput() {
    BulkReport report = site.adding(BulkInput.of(publisher(addresses(1000), null))).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(998);
    assertThat(site.users()).isEqualTo(1002);
  }

  @Test
  void aPublisherThatFailsEndsTheJob() {
    BulkJob job =
        site.adding(BulkInput.of(publisher(addresses(10), new IllegalArgumentException("lost"))));

    assertThatIllegalStateException()
        .isThrownBy(job::execute)
        .withMessage("The publisher of the input failed");
  }

  @Test
  void theSameRowTwiceIsAddedOnce() {
    List<String> twice =
        List.of("user001@contoso.com", "User001@Contoso.com", "user001@contoso.com");

    BulkReport report = site.adding(twice).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(1);
    assertThat(report.count(ItemResult.ALREADY_SO)).isEqualTo(2);
  }

  @Test
  void aJobInTheBackgroundDoesTheSame() {
    BulkReport report = site.adding(addresses(100)).executeAsync().join();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(98);
    assertThat(report)
        .hasToString(
            "BulkReport"
                + "{DONE=98, ALREADY_SO=2, REJECTED=0, UNKNOWN=0,"
                + " PARTLY=0, DRIFTED=0, NOT_TRIED=0}");
  }

  /** Returns a publisher that publishes on the thread that requests. */
  private static Flow.Publisher<String> publisher(List<String> rows, Throwable error) {
    Iterator<String> left = rows.iterator();
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private boolean ended;

              @Override
              public void request(long count) {
                for (long i = 0; i < count && left.hasNext(); i++) {
                  subscriber.onNext(left.next());
                }
                if (!left.hasNext() && !ended) {
                  ended = true;
                  end();
                }
              }

              private void end() {
                if (error == null) {
                  subscriber.onComplete();
                } else {
                  subscriber.onError(error);
                }
              }

              @Override
              public void cancel() {
                ended = true;
              }
            });
  }
}
