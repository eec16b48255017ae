package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.LinearHistory.Event;
import canon.cpp.cloudservice.testing.LinearModel.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of {@link LinearisableTest} finds incorrect histories, and accepts correct ones. */
class LinearHistoryTest {
  private static final String A = "a@contoso.com";
  private static final String B = "b@contoso.com";
  private static final LinearModel TWO =
      new LinearModel(Map.of(A, Person.ADMINISTRATOR, B, Person.ADMINISTRATOR));

  private final LinearHistory history = new LinearHistory();

  private Event begin(String caller, String name, String target) {
    return history.begin(new LinearOperation(caller, name, target));
  }

  @Test
  void twoWhoRemoveEachOtherCannotBothSucceed() {
    Event byA = begin(A, "removeAdministrator", B);
    Event byB = begin(B, "removeAdministrator", A);
    history.end(byA, "200 gone=false");
    history.end(byB, "200 gone=false");

    assertThat(history.isLinearisable(TWO)).isFalse();
  }

  @Test
  void oneOfTwoWhoRemoveEachOtherSucceedsInEitherOrder() {
    Event byA = begin(A, "removeAdministrator", B);
    Event byB = begin(B, "removeAdministrator", A);
    history.end(byA, "403 administrator-required");
    history.end(byB, "200 gone=false");

    assertThat(history.isLinearisable(TWO)).isTrue();
  }

  @Test
  void aCompletedChangeIsVisibleToLaterOperations() {
    history.end(begin(A, "addUser", "c@contoso.com"), "200 added added added ");
    history.end(begin(B, "getUser", "c@contoso.com"), "404 not-found");

    assertThat(history.isLinearisable(TWO)).isFalse();
  }

  @Test
  void aChangeInFlightMayOrMayNotBeVisible() {
    Event adding = begin(A, "addUser", "c@contoso.com");
    history.end(begin(B, "getUser", "c@contoso.com"), "404 not-found");
    history.end(begin(B, "getUser", "c@contoso.com"), "200 active active invited none");
    history.end(adding, "200 added added added ");

    assertThat(history.isLinearisable(TWO)).isTrue();
  }

  @Test
  void aVisibleChangeStaysVisible() {
    Event adding = begin(A, "addUser", "c@contoso.com");
    history.end(begin(B, "getUser", "c@contoso.com"), "200 active active invited none");
    history.end(begin(B, "getUser", "c@contoso.com"), "404 not-found");
    history.end(adding, "200 added added added ");

    assertThat(history.isLinearisable(TWO)).isFalse();
  }

  @Test
  void aChangeThatWasAppliedTwiceIsDetected() {
    history.end(begin(A, "addUser", "c@contoso.com"), "200 added added added ");
    history.end(begin(A, "addUser", "c@contoso.com"), "200 added added added ");

    assertThat(history.isLinearisable(TWO)).isFalse();
  }
}
