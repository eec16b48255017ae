package canon.cpp.cloudservice.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ManualTimer;
import canon.cpp.cloudservice.harness.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainedTokenProviderTest {
  private static final TokenRequest REQUEST = TokenRequest.within(Duration.ofSeconds(10));

  private final ManualTimer timer = new ManualTimer();
  private final List<String> asked = new ArrayList<>();

  @Test
  void theFirstAvailableProviderReturnsTheToken() {
    ChainedTokenProvider chain = chain(absent("a"), present("b"), present("c"));
    assertThat(chain.selected()).isEmpty();

    assertThat(chain.token(REQUEST).value()).isEqualTo("of-b");
    assertThat(asked).containsExactly("a", "b");
  }

  @Test
  void onlyTheSelectedProviderIsUsedAfterwards() {
    ChainedTokenProvider chain = chain(absent("a"), present("b"), present("c"));
    chain.token(REQUEST);
    asked.clear();

    chain.token(REQUEST);

    assertThat(asked).containsExactly("b");
    assertThat(chain.selected()).contains("b");
    assertThat(chain).hasToString("ChainedTokenProvider[a, b, c; uses b]");
  }

  @Test
  void aSelectedProviderThatBecomesUnavailableIsNotReplaced() {
    boolean[] gone = {false};
    Named leaving =
        new Named(
            "leaving",
            request -> {
              if (gone[0]) {
                throw unavailable("It left.");
              }
              return AccessToken.of("t");
            });
    ChainedTokenProvider chain = chain(leaving, present("other"));
    chain.token(REQUEST);
    gone[0] = true;

    assertThatThrownBy(() -> chain.token(REQUEST)).hasMessageContaining("It left.");
    assertThat(asked).doesNotContain("other");
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthenticationErrorKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "UNAVAILABLE")
  void anyOtherFailureEndsTheChain(AuthenticationErrorKind kind) {
    AuthenticationException failure = AuthenticationException.builder(kind).build();
    ChainedTokenProvider chain = chain(failing("a", failure), present("b"));

    assertThatThrownBy(() -> chain.token(REQUEST)).isSameAs(failure);
    assertThat(asked).containsExactly("a");
    assertThat(chain.selected()).isEmpty();
  }

  @Test
  void anyOtherExceptionOfAProviderEndsTheChain() {
    RuntimeException failure = new IllegalArgumentException("x");
    ChainedTokenProvider chain = chain(failing("a", failure), present("b"));

    assertThatThrownBy(() -> chain.token(REQUEST)).isSameAs(failure);
  }

  @Test
  void ifNoneIsAvailableTheMessageSaysWhatEachLacks() {
    ChainedTokenProvider chain =
        chain(
            failing("workload identity", unavailable("Set AZURE_FEDERATED_TOKEN_FILE.")),
            failing("vault", unavailable("Set VAULT_ADDR.")));

    var failure = catchThrowableOfType(AuthenticationException.class, () -> chain.token(REQUEST));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.UNAVAILABLE);
    assertThat(failure)
        .hasMessage(
            "Chain of token providers: none of its providers is available."
                + " [workload identity] Sign-in: this token source does not exist here."
                + " Set AZURE_FEDERATED_TOKEN_FILE."
                + " [vault] Sign-in: this token source does not exist here. Set VAULT_ADDR.");
    assertThat(failure.getSuppressed()).hasSize(2);
    assertThatThrownBy(() -> chain.token(REQUEST)).isInstanceOf(AuthenticationException.class);
    assertThat(asked).as("nothing is selected").hasSize(4);
  }

  @Test
  void allProvidersShareTheTime() {
    List<Duration> times = new ArrayList<>();
    Named slow =
        new Named(
            "slow",
            request -> {
              times.add(request.timeLeft());
              timer.advance(Duration.ofSeconds(4));
              throw unavailable("Wait.");
            });
    ChainedTokenProvider chain = chain(slow, slow, slow, slow);

    var failure = catchThrowableOfType(AuthenticationException.class, () -> chain.token(REQUEST));

    assertThat(times)
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofSeconds(2));
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TIMED_OUT);
    assertThat(failure.getSuppressed()).hasSize(3);
  }

  @Test
  void theOtherOptionsOfTheRequestArePassedOn() {
    List<TokenRequest> requests = new ArrayList<>();
    ChainedTokenProvider chain =
        chain(
            new Named(
                "a",
                request -> {
                  requests.add(request);
                  return AccessToken.of("t");
                }));
    TokenRequest full =
        REQUEST
            .withScopes(Set.of("s"))
            .withClaims("{}")
            .allowingInteraction()
            .afterRejectionOf(AccessToken.of("old"));

    chain.token(full);
    chain.token(full);

    assertThat(requests)
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request).hasToString(full.toString());
              assertThat(request.claims()).contains("{}");
              assertThat(request.rejected()).isEqualTo(full.rejected());
            });
  }

  @Test
  void concurrentRequestsGetTheTokenOfOneProvider() throws InterruptedException {
    CountDownLatch firstIsInside = new CountDownLatch(1);
    CountDownLatch secondHasWon = new CountDownLatch(1);
    boolean[] absent = {false};
    Named changing =
        new Named(
            "changing",
            request -> {
              if (absent[0]) {
                throw unavailable("Later.");
              }
              firstIsInside.countDown();
              awaitLatch(secondHasWon);
              return AccessToken.of("of-changing");
            });
    ChainedTokenProvider chain =
        ChainedTokenProvider.builder()
            .add(changing.name(), changing.provider())
            .add("steady", request -> AccessToken.of("of-steady"))
            .build();
    var first = Threads.start(() -> chain.token(REQUEST));
    firstIsInside.await();
    absent[0] = true;
    assertThat(chain.token(REQUEST).value()).isEqualTo("of-steady");
    secondHasWon.countDown();

    assertThat(first.join().value()).isEqualTo("of-steady");
    assertThat(chain.selected()).contains("steady");
  }

  @Test
  void aChainNeedsProvidersWithNames() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ChainedTokenProvider.builder().build())
        .withMessageContaining("add(…)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChainedTokenProvider.builder().add(" ", request -> null));
  }

  private record Named(String name, TokenProvider provider) {}

  @Test
  void beforeTheSelectionAllForgetEvenIfOneFails() {
    List<String> forgotten = new ArrayList<>();
    ChainedTokenProvider chain =
        ChainedTokenProvider.builder()
            .add("a", new Forgetting("a", forgotten, new IllegalStateException("a cannot")))
            .add("b", new Forgetting("b", forgotten, null))
            .build();

    assertThatIllegalStateException().isThrownBy(chain::forget).withMessage("a cannot");
    assertThat(forgotten).containsExactly("a", "b");

    AccessToken unused = chain.token(REQUEST);
    forgotten.clear();
    assertThatIllegalStateException().isThrownBy(chain::forget);
    assertThat(forgotten).containsExactly("a");
  }

  private record Forgetting(String name, List<String> forgotten, RuntimeException failure)
      implements TokenProvider {
    @Override
    public AccessToken token(TokenRequest request) {
      return AccessToken.of("of-" + name);
    }

    @Override
    public void forget() {
      forgotten.add(name);
      if (failure != null) {
        throw failure;
      }
    }
  }

  private ChainedTokenProvider chain(Named... links) {
    var builder = ChainedTokenProvider.builder().timer(timer);
    for (Named link : links) {
      builder.add(
          link.name(),
          request -> {
            asked.add(link.name());
            return link.provider().token(request);
          });
    }
    return builder.build();
  }

  private static Named present(String name) {
    return new Named(name, request -> AccessToken.of("of-" + name));
  }

  private static Named absent(String name) {
    return failing(name, unavailable("Configure " + name + "."));
  }

  private static Named failing(String name, RuntimeException failure) {
    return new Named(
        name,
        request -> {
          throw failure;
        });
  }

  private static AuthenticationException unavailable(String remedy) {
    return AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
        .remedy(remedy)
        .build();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
