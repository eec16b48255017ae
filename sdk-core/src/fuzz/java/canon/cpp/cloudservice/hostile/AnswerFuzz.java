package canon.cpp.cloudservice.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.harness.ExecutionMode;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Arbitrary bodies for every call, starting with the examples of the contract. */
class AnswerFuzz {
  private static final int HEAD = 2;
  private static final int[] STATUSES = {200, 400, 401, 403, 404, 409, 422, 429, 500, 501, 503};

  /** The index of the call, the index of the status, and the body. */
  static Stream<byte[]> examples() {
    List<byte[]> examples = new ArrayList<>();
    for (int call = 0; call < EveryCall.ALL.size(); call++) {
      String operation = EveryCall.ALL.get(call).operation();
      for (JsonNode success : ContractAnswers.successes().get(operation)) {
        examples.add(bytes(call, 0, success));
      }
    }
    for (JsonNode problem : ContractAnswers.problems()) {
      examples.add(bytes(0, 1, problem));
    }
    return examples.stream();
  }

  @MethodSource("examples")
  @FuzzTest(maxDuration = "30s")
  void anyResponseEndsTheCallWithAResultOrAnExceptionOfTheLibrary(byte[] bytes) {
    if (bytes.length >= HEAD) {
      int status = STATUSES[Math.floorMod(bytes[1], STATUSES.length)];
      String type = status == 200 ? "application/json" : "application/problem+json";
      HostileAnswer answer =
          HostileAnswer.of(
              status,
              Map.of("Content-Type", List.of(type)),
              Arrays.copyOfRange(bytes, HEAD, bytes.length));

      Oracle.holds(
          EveryCall.ALL.get(Math.floorMod(bytes[0], EveryCall.ALL.size())),
          ExecutionMode.BLOCKING,
          List.of(answer));
    }
  }

  private static byte[] bytes(int call, int status, JsonNode body) {
    byte[] json = body.toString().getBytes(UTF_8);
    byte[] bytes = new byte[HEAD + json.length];
    bytes[0] = (byte) call;
    bytes[1] = (byte) status;
    System.arraycopy(json, 0, bytes, HEAD, json.length);
    return bytes;
  }
}
