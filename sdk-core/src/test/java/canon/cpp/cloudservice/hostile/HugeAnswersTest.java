package canon.cpp.cloudservice.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.call.OperationId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of the maximum size that are as expensive to read as possible. */
class HugeAnswersTest {
  private static final int CAP = HttpRequest.DEFAULT_MAX_BODY_BYTES;

  /**
   * Bytes allocated for each byte of the body, most of them garbage at once: 9 for long numbers, 6
   * or less otherwise. Without the limit they are 32 for empty objects and 75 for short numbers.
   */
  private static final int MOST_ALLOCATED = 10;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final EveryCall LIST =
      EveryCall.ALL.stream()
          .filter(call -> call.id() == OperationId.LIST_USERS)
          .findFirst()
          .orElseThrow();

  /** The start of a body, the part that is repeated until the body is full, and the end. */
  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("", "[", ""),
        Arguments.of("", "{\"a\":", ""),
        Arguments.of("{\"items\":[", "[],", "[]]}"),
        Arguments.of("{\"items\":[", "{},", "{}]}"),
        Arguments.of("{\"items\":[", "\"\",", "\"\"]}"),
        Arguments.of("{\"items\":[", "1,", "1]}"),
        Arguments.of("{\"items\":[", "7".repeat(99) + ",", "1]}"),
        Arguments.of("{\"items\":[", "7".repeat(9_999) + ",", "1]}"),
        Arguments.of("{\"items\":[", "1e99,", "1]}"),
        Arguments.of("{\"items\":[", "\"" + "x".repeat(9_999) + "\",", "1]}"),
        Arguments.of("{\"id\":\"", "x", "\"}"),
        Arguments.of("{\"id\":\"", "\\u00e9", "\"}"),
        Arguments.of("{\"id\":\"", "\u20ac", "\"}"),
        Arguments.of("{", "\"a\":{},", "\"a\":1}"),
        Arguments.of("{\"code\":\"c\",\"errors\":[", "{\"field\":\"f\",\"code\":\"c\"},", "{}]}"),
        Arguments.of("{", " ", "}"),
        Arguments.of("", "\u0000", ""));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void memoryIsProportionalToTheBytesReceived(String start, String repeated, String end) {
    int each = repeated.getBytes(UTF_8).length;
    int times = (CAP - start.length() - end.length()) / each;

    costsLittle((start + repeated.repeat(times) + end).getBytes(UTF_8));
  }

  @Test
  void memoryForManyFieldNamesIsProportionalToTheBytesReceived() {
    StringBuilder fields = new StringBuilder(CAP).append('{');
    for (int i = 0; fields.length() < CAP - 20; i++) {
      fields.append('"').append(i).append("\":1,");
    }

    costsLittle(fields.append("\"a\":1}").toString().getBytes(UTF_8));
  }

  private static void costsLittle(byte[] body) {
    assertThat(Map.of(200, "application/json", 400, "application/problem+json"))
        .allSatisfy(
            (status, type) -> {
              HostileAnswer answer =
                  HostileAnswer.of(status, Map.of("Content-Type", List.of(type)), body);
              long before = THREADS.getCurrentThreadAllocatedBytes();

              Oracle.holds(LIST, ExecutionMode.BLOCKING, List.of(answer));

              long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
              assertThat((double) allocated / body.length).isLessThan(MOST_ALLOCATED);
            });
  }

  @Test
  void theLongestPageIsFarBelowTheLimits() {
    JsonNode printers = ContractAnswers.successes().get("listPrinters").get(0);
    ObjectNode printer = printers.path("items").path(0).deepCopy();
    for (int i = 0; i < 50; i++) {
      printer.put("learntLater" + i, i);
    }
    String page = "{\"items\":[" + (printer + ",").repeat(999) + printer + "]}";

    try (ClientHarness harness = new ClientHarness(Replies.ok(page))) {
      assertThat(harness.view().printers().list().page().execute().items()).hasSize(1_000);
    }
  }
}
