package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid options and values are rejected where they are given. */
class BadOptionsWireTest {
  @RegisterExtension static final WireService service = new WireService();

  private final CloudServiceClient client = service.client();

  @AfterEach
  void nothingWasSent() {
    assertThat(service.requests()).isEmpty();
  }

  private List<Change<?>> changes() {
    return List.of(client.users().add("john@contoso.com"), registration());
  }

  private Change<RegisteredPrinter> registration() {
    return client.printers().register(Samples.IDENTITY, "Press 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "key\n", "schlüssel", "\u007f"})
  void invalidIdempotencyKeysAreRejected(String key) {
    for (Change<?> change : changes()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> change.idempotencyKey(key))
          .withMessage(
              "The idempotency key must be 1 to 128 visible ASCII characters without spaces");
    }
  }

  @Test
  void idempotencyKeysHaveUpTo128Characters() {
    for (Change<?> change : changes()) {
      assertThat(change.idempotencyKey("k".repeat(128))).isNotNull();
      assertThatIllegalArgumentException().isThrownBy(() -> change.idempotencyKey("k".repeat(129)));
      assertThatNullPointerException().isThrownBy(() -> change.idempotencyKey(null));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
  void invalidPageSizesAreRejected(int size) {
    Stream.of(client.users().list(), client.administrators().list(), client.printers().list())
        .forEach(
            list ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> list.pageSize(size))
                    .withMessage("pageSize must be 1 to 1000, but is " + size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P366D", "PT2562047788015215H30M7S"})
  void invalidTimeoutsAreRejected(Duration timeout) {
    for (Change<?> change : changes()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> change.timeout(timeout))
          .withMessageMatching("timeout must be (longer than zero|at most 365 days), but is .*");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> client.site().get().timeout(timeout));
    assertThatIllegalArgumentException().isThrownBy(() -> service.builder().timeout(timeout));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.users().list().timeoutPerPage(timeout))
        .withMessageContaining("timeoutPerPage");
  }

  static Stream<Arguments> badTexts() {
    return Stream.of(
        Arguments.of("", "must not be blank"),
        Arguments.of(" \n ", "must not be blank"),
        Arguments.of("\u3000", "must not be blank"),
        Arguments.of("Press\t1", "must not contain control characters"),
        Arguments.of("Press \uD83D", "must not contain an unpaired surrogate"),
        Arguments.of("🖨".repeat(129), "must have at most"));
  }

  @ParameterizedTest
  @MethodSource("badTexts")
  void invalidTextsOfAPrinterAreRejected(String text, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.printers().register(Samples.IDENTITY, text))
        .withMessageContaining("displayName " + words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrinterIdentity.of(text, "VP-1001", "proof"))
        .withMessageContaining("series " + words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrinterIdentity.of("varioPRINT 140", text, "proof"))
        .withMessageContaining("serialNumber " + words);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(client.printers().register(Samples.IDENTITY, "🖨".repeat(128))).isNotNull();
    assertThat(PrinterIdentity.of("s".repeat(64), "🖨".repeat(64), "p")).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrinterIdentity.of("s".repeat(65), "n", "p"))
        .withMessage("series must have at most 64 characters, but has 65");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrinterIdentity.of("s", "n".repeat(65), "p"))
        .withMessage("serialNumber must have at most 64 characters, but has 65");
  }

  @Test
  void aProofOfAnyFormIsAcceptedButNotAnEmptyOne() {
    String proof = "-----BEGIN\n" + "x".repeat(100_000) + "\n-----END\n";

    assertThat(PrinterIdentity.of("s", "n", proof).proof()).isEqualTo(proof);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrinterIdentity.of("s", "n", " "))
        .withMessage("proof must not be blank");
    assertThatNullPointerException().isThrownBy(() -> PrinterIdentity.of("s", "n", null));
  }
}
