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
 * Tries several providers in order until one is available, so that the same program works in a
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
 * <p>It continues with the next provider only if one reports that it does not exist here ({@link
 * AuthenticationErrorKind#UNAVAILABLE}). Any other failure is the failure of the chain. After the
 * first token, only the provider that returned it is used: a chain never changes the account of its
 * calls.
 *
 * <p>There is no default chain. A chain is thread-safe, caches no token, and does not close its
 * providers.
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
   * Returns a builder of a chain.
   *
   * @return a builder of an empty chain
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the token of the first provider that is available.
   *
   * @param request the request, with the time that all providers together may take
   * @return the token
   * @throws AuthenticationException if no token can be obtained; of kind {@link
   *     AuthenticationErrorKind#UNAVAILABLE}, with the reason of each provider, if none of them is
   *     available
   */
  @Override
  public AccessToken token(TokenRequest request) {
    Link known = selected;
    return known == null ? firstToken(request) : known.provider().token(request);
  }

  /**
   * Makes the selected provider forget its account. Before the first token it makes all providers
   * forget, because one may have a stored sign-in. If one fails, the others still forget.
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
        throw failure(AuthenticationErrorKind.TIMED_OUT, "no token was received in time", failures);
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
   * Returns which provider returned the first token and is the only one used since.
   *
   * @return its name, or empty before the first token
   */
  public Optional<String> selected() {
    return Optional.ofNullable(selected).map(Link::name);
  }

  /** Returns the names of the providers. */
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
     * Adds a provider after the existing ones.
     *
     * @param name the name in messages; 1 to 100 characters
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
     * Sets the source of time that measures how much time each provider leaves to the next one. The
     * default is the time of the machine.
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
