package canon.cpp.cloudservice.auth;

import static canon.cpp.cloudservice.internal.values.Checks.text;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks several providers in order until one is available, so that the same program works in a
 * container, on a server and on a developer's machine.
 *
 * <pre>{@code
 * ChainedTokenProvider chain =
 *     ChainedTokenProvider.builder()
 *         .add("workload identity", workloadIdentity)
 *         .add("managed identity", managedIdentity)
 *         .build();
 * CachingTokenProvider provider = CachingTokenProvider.of(chain);
 * }</pre>
 *
 * <p>It moves on only from a provider that says that it does not exist here ({@link
 * AuthenticationErrorKind#UNAVAILABLE}); any other failure is the chain's. The first provider that
 * gives a token is asked alone from then on: a chain never changes in whose name it calls.
 *
 * <p>There is no default chain. A chain is safe for use by many threads, keeps no token, and leaves
 * its providers to their makers to close.
 */
public final class ChainedTokenProvider implements TokenProvider {
  private static final int MAX_NAME = 100;

  private final List<Link> links;
  private final LongSupplier nanoTime;
  private volatile @Nullable Link selected;

  private record Link(String name, TokenProvider provider) {}

  private ChainedTokenProvider(Builder builder) {
    this.links = List.copyOf(builder.links);
    this.nanoTime = builder.nanoTime;
  }

  /**
   * Starts to build a chain.
   *
   * @return a builder of a chain that is empty yet
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Gives the token of the first provider that is available.
   *
   * @param request what is asked for, and how much time there is for all providers together
   * @return the token
   * @throws AuthenticationException if there is none; of kind {@link
   *     AuthenticationErrorKind#UNAVAILABLE}, with what each provider lacks, if none of them is
   *     available
   */
  @Override
  public AccessToken token(TokenRequest request) {
    Link known = selected;
    return known == null ? firstToken(request) : known.provider().token(request);
  }

  /**
   * Has the provider forget that gave the first token. Before there is one, all of them: one may
   * have kept a sign-in of an earlier run. That one fails keeps none of the others.
   */
  @Override
  public void forget() {
    Link known = selected;
    RuntimeException failure = null;
    for (Link link : known == null ? links : List.of(known)) {
      try {
        link.provider().forget();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private AccessToken firstToken(TokenRequest request) {
    long start = nanoTime.getAsLong();
    List<AuthenticationException> failures = new ArrayList<>();
    for (Link link : links) {
      Duration left = request.timeLeft().minusNanos(nanoTime.getAsLong() - start);
      if (left.isZero() || left.isNegative()) {
        throw failure(
            AuthenticationErrorKind.TIMED_OUT, "no token came before the time was over", failures);
      }
      TokenRequest rest = request.withTimeLeft(left);
      try {
        AccessToken token = requireNonNull(link.provider().token(rest), "token");
        Link won = win(link);
        return won.equals(link) ? token : won.provider().token(rest);
      } catch (AuthenticationException e) {
        if (e.kind() != AuthenticationErrorKind.UNAVAILABLE) {
          throw e;
        }
        failures.add(e);
      }
    }
    throw failure(
        AuthenticationErrorKind.UNAVAILABLE, "none of its providers is available", failures);
  }

  private synchronized Link win(Link link) {
    Link known = selected;
    if (known == null) {
      selected = link;
    }
    return known == null ? link : known;
  }

  private AuthenticationException failure(
      AuthenticationErrorKind kind, String summary, List<AuthenticationException> failures) {
    List<String> remedies = new ArrayList<>();
    for (int i = 0; i < failures.size(); i++) {
      remedies.add("[" + links.get(i).name() + "] " + failures.get(i).getMessage());
    }
    AuthenticationException failure =
        AuthenticationException.builder(kind)
            .provider("Chain of token providers")
            .summary(summary)
            .remedy(String.join(" ", remedies))
            .build();
    failures.forEach(failure::addSuppressed);
    return failure;
  }

  /**
   * Which provider gave the first token, and is asked alone since.
   *
   * @return its name, or empty if none has given one yet
   */
  public Optional<String> selected() {
    return Optional.ofNullable(selected).map(Link::name);
  }

  /** Shows the names of the providers. */
  @Override
  public String toString() {
    String names = links.stream().map(Link::name).collect(Collectors.joining(", "));
    return "ChainedTokenProvider["
        + names
        + selected().map(name -> "; uses " + name).orElse("")
        + "]";
  }

  /** Builds a {@link ChainedTokenProvider}. */
  public static final class Builder {
    private final List<Link> links = new ArrayList<>();
    private LongSupplier nanoTime = System::nanoTime;

    private Builder() {}

    /**
     * Adds a provider, to be asked after those before it.
     *
     * @param name for people, in messages; 1 to 100 characters
     * @param provider the provider
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, too long or has control characters
     */
    @CanIgnoreReturnValue
    public Builder add(String name, TokenProvider provider) {
      links.add(new Link(text("name", name, MAX_NAME), requireNonNull(provider, "provider")));
      return this;
    }

    /**
     * Sets what measures how much time each provider leaves to the next; the machine's time if not
     * set.
     *
     * @param timer the timer
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder timer(Timer timer) {
      this.nanoTime = requireNonNull(timer, "timer")::nanoTime;
      return this;
    }

    /**
     * Builds the chain.
     *
     * @return the chain
     * @throws IllegalStateException if it has no provider
     */
    public ChainedTokenProvider build() {
      if (links.isEmpty()) {
        throw new IllegalStateException("A chain needs a provider; name one with add(…)");
      }
      return new ChainedTokenProvider(this);
    }
  }
}
