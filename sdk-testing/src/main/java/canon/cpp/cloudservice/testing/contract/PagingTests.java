package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lists in pages. */
abstract class PagingTests extends ContractTests {
  PagingTests(CloudServiceContractKit kit) {
    super(kit);
  }

  /** Returns a page of one item that is not the last page. */
  private String pageToken() {
    administrator().users().add(freshAddress()).execute();
    administrator().users().add(freshAddress()).execute();
    RawResponse page = rawAdministrator().get("/v1/users?pageSize=1");
    page.isOk();
    assertEquals(1, page.json().path("items").size());
    return URLEncoder.encode(page.text("nextPageToken"), StandardCharsets.UTF_8);
  }

  @Test
  void theNextPageStartsAfterThePreviousOne() {
    administrator().users().add(freshAddress()).execute();
    administrator().users().add(freshAddress()).execute();
    ListUsers list = administrator().users().list().pageSize(1);

    Page<User> first = list.page().execute();
    PageToken next = Objects.requireNonNull(first.next());
    Page<User> second = list.startingFrom(next).page().execute();

    assertEquals(1, first.items().size());
    assertEquals(1, second.items().size());
    String one = first.items().get(0).canonicalEmail();
    String two = second.items().get(0).canonicalEmail();
    assertTrue(one.compareTo(two) < 0, () -> one + " is listed before " + two);
  }

  @Test
  void thePageSizeMayDiffer() {
    rawAdministrator().get("/v1/users?pageSize=1000&pageToken=" + pageToken()).isOk();
  }

  @TestFactory
  Stream<DynamicTest> unknownTokenIsRejected() {
    return forEach(
        ContractOperation::isList,
        list ->
            rawAdministrator()
                .get(list.target() + "?pageToken=contract-kit")
                .isRejected("400 page-token-invalid"));
  }

  @Test
  void aPageTokenIsRejectedWithOtherFilters() {
    rawAdministrator()
        .get("/v1/users?pageSize=1&application=remote-match&pageToken=" + pageToken())
        .isRejected("400 page-token-invalid");
  }

  @Test
  void aPageTokenIsRejectedForAnotherList() {
    rawAdministrator()
        .get("/v1/printers?pageSize=1&pageToken=" + pageToken())
        .isRejected("400 page-token-invalid");
  }

  @Test
  void aPageTokenIsRejectedAtAnotherSite() {
    raw(administratorOfOtherSite())
        .get("/v1/users?pageSize=1&pageToken=" + pageToken())
        .isRejected("400 page-token-invalid");
  }

  @TestFactory
  Stream<DynamicTest> aPageHasOneTo1000Items() {
    return forEach(
        ContractOperation::isList,
        list -> {
          rawAdministrator().get(list.target() + "?pageSize=0").isInvalid("pageSize: out-of-range");
          rawAdministrator()
              .get(list.target() + "?pageSize=1001")
              .isInvalid("pageSize: out-of-range");
          rawAdministrator().get(list.target() + "?pageSize=many").isInvalid("pageSize: malformed");
        });
  }
}
