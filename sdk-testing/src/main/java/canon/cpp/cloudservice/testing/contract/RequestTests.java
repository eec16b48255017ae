package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that other clients may send, and this client never does. */
abstract class RequestTests extends ContractTests {
  private static final String REMOVALS = "/v1/users/usr_contract-kit/removals";

  RequestTests(CloudServiceContractKit kit) {
    super(kit);
  }

  private Stream<DynamicTest> each(Map<String, String> errorsByBody, String target) {
    return errorsByBody.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                dynamicTest(
                    entry.getKey().isEmpty() ? "nothing" : entry.getKey(),
                    () ->
                        rawAdministrator()
                            .post(target, entry.getKey())
                            .isInvalid(entry.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> aBodyIsOneJsonObject() {
    return each(
        Map.of(
            "", "body: missing",
            "{", "body: malformed",
            "[]", "body: malformed",
            "null", "body: malformed",
            "{} {}", "body: malformed"),
        "/v1/users");
  }

  @TestFactory
  Stream<DynamicTest> theFieldsOfABodyAreChecked() {
    return each(
        Map.of(
            "{}",
            "email: missing",
            "{\"email\":null}",
            "email: missing",
            "{\"email\":7}",
            "email: malformed",
            "{\"email\":\"\"}",
            "email: blank",
            "{\"email\":\"nobody\"}",
            "email: malformed",
            "{\"email\":\"\\\"a\\\"@b.example\"}",
            "email: malformed",
            "{\"email\":\"" + "a".repeat(250) + "@b.example\"}",
            "email: too-long",
            "{\"email\":\"nobody@b.example\",\"colour\":1}",
            "body: unknown-field"),
        "/v1/users");
  }

  @TestFactory
  Stream<DynamicTest> aRemovalMustNameItsLists() {
    return each(
        Map.of(
            "{}", "applications: missing",
            "{\"applications\":[]}", "applications: too-short",
            "{\"applications\":[\"remote-match\",\"fax\"]}", "applications[1]: unknown-value",
            "{\"all\":true,\"applications\":[\"remote-match\"]}", "body: unknown-field"),
        REMOVALS);
  }

  @TestFactory
  Stream<DynamicTest> oneTo1000AddressesAreResolved() {
    String tooMany = "\"a@b.example\",".repeat(1000) + "\"a@b.example\"";
    return each(
        Map.of(
            "{}",
            "addresses: missing",
            "{\"addresses\":\"a@b.example\"}",
            "addresses: malformed",
            "{\"addresses\":[]}",
            "addresses: too-short",
            "{\"addresses\":[7]}",
            "addresses[0]: malformed",
            "{\"addresses\":[" + tooMany + "]}",
            "addresses: too-long",
            "{\"addresses\":[\"a@b.example\"],\"colour\":1}",
            "body: unknown-field"),
        "/v1/address-resolutions");
  }

  @TestFactory
  Stream<DynamicTest> aConditionIsOneEtag() {
    return forEach(
        ContractOperation::isRemovalOfMember,
        operation -> {
          for (String value : new String[] {"*", "abc", "\"a\", \"b\"", "W/\"a\""}) {
            rawAdministrator()
                .keyed()
                .with("If-Match", value)
                .send(operation.method(), operation.target(), body(operation))
                .isInvalid("If-Match: malformed");
          }
        });
  }

  @Test
  void allErrorsAreReportedTogether() {
    rawAdministrator()
        .key("a b")
        .post("/v1/printers", "{\"series\":\"\",\"transfer\":1,\"colour\":\"red\"}")
        .isInvalid(
            "Idempotency-Key: malformed",
            "body: unknown-field",
            "displayName: missing",
            "printerProof: missing",
            "serialNumber: missing",
            "series: blank",
            "transfer: malformed");
  }

  @TestFactory
  Stream<DynamicTest> aBodyIsSentAsJson() {
    return Stream.of("text/plain", "application/xml", "application/json; charset=iso-8859-1")
        .map(
            type ->
                dynamicTest(
                    type,
                    () ->
                        rawAdministrator()
                            .with("Content-Type", type)
                            .post(REMOVALS, "{\"applications\":[\"remote-match\"]}")
                            .isInvalid("Content-Type: unknown-value")));
  }

  @Test
  void aBodyMayNameItsCharset() {
    rawAdministrator()
        .with("Content-Type", "application/json; charset=utf-8")
        .post(REMOVALS, "{\"applications\":[\"remote-match\"]}")
        .isRejected("404 not-found");
  }

  @TestFactory
  Stream<DynamicTest> aKeyWithAnAtSignIsAnAddress() {
    return forEach(
        operation -> operation.isAboutOne() && !operation.target().contains("prn_"),
        operation -> {
          String target = operation.target().replaceAll("(usr|adm)_contract-kit", "nobody@");
          String field = target.contains("/users/") ? "userKey" : "administratorKey";
          send(operation, target).isInvalid(field + ": malformed");
        });
  }

  @TestFactory
  Stream<DynamicTest> aTooLongKeyIsRejected() {
    return forEach(
        ContractOperation::isAboutOne,
        operation -> {
          String target = operation.target().replace("contract-kit", "k".repeat(255));
          RawResponse answer = send(operation, target);
          answer.isRejected("400 validation-failed");
          assertEquals("too-long", answer.json().path("errors").path(0).path("code").asText());
        });
  }

  @TestFactory
  Stream<DynamicTest> anUnknownKeyIsNotFound() {
    return forEach(
        ContractOperation::isAboutOne,
        operation -> {
          RawResponse answer = send(operation, operation.target()).isRejected("404 not-found");
          String kind = operation.target().replaceAll("/v1/(.*)s/(usr|adm|prn)_.*", "$1");
          assertEquals(kind, answer.text("resource"));
        });
  }

  @Test
  void aKeyInAPathIsPercentDecoded() {
    String address = freshAddress();
    administrator().users().add(address).execute();

    rawAdministrator().get("/v1/users/" + address.replace("@", "%40")).isOk();
  }

  @TestFactory
  Stream<DynamicTest> anUnknownFilterIsRejected() {
    return Stream.of("users?application", "users?remoteControlState", "administrators?state")
        .map(
            filter ->
                dynamicTest(
                    filter,
                    () ->
                        rawAdministrator()
                            .get("/v1/" + filter + "=fax")
                            .isInvalid(filter.replaceAll(".*\\?", "") + ": unknown-value")));
  }

  @Test
  void anInvalidTraceparentIsIgnored() {
    rawAdministrator().with("traceparent", "elephants").get("/v1/site").isOk();
  }

  @Test
  void attemptIdIsEchoedWhateverTheStatus() {
    assertEchoed("a-1", rawAdministrator().with("Attempt-Id", "a-1").get("/v1/site"));
    assertEchoed("a-2", rawAdministrator().with("Attempt-Id", "a-2").get("/v1/users/nobody@x.org"));
    assertEquals(Optional.empty(), rawAdministrator().get("/v1/site").header("Attempt-Id"));
  }

  private static void assertEchoed(String id, RawResponse response) {
    assertEquals(Optional.of(id), response.header("Attempt-Id"), response::toString);
  }

  /** D7: permission is checked before validity. */
  @Test
  void permissionIsCheckedBeforeValidity() {
    raw(user()).post("/v1/users", "{").isRejected("403 administrator-required");
  }

  /**
   * The contract does not mention these requests, so any rejection is accepted. It must have a
   * request id.
   */
  @TestFactory
  Stream<DynamicTest> requestsOutsideTheContractAreRejected() {
    return Stream.of("GET /v1/contract-kit", "PUT /v1/site", "DELETE /v1/users", "GET /v1/users/")
        .map(
            request ->
                dynamicTest(
                    request,
                    () -> {
                      String[] parts = request.split(" ", 2);
                      RawResponse answer =
                          rawAdministrator().keyed().send(parts[0], parts[1], null);
                      assertTrue(answer.status() >= 400, answer::toString);
                    }));
  }

  private RawResponse send(ContractOperation operation, String target) {
    RawClient sender = rawAdministrator();
    return (operation.isChange() ? sender.keyed() : sender)
        .send(operation.method(), target, body(operation));
  }
}
