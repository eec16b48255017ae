package canon.cpp.cloudservice.bulk.portfolio;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.TokenProvider;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One site of a portfolio. Immutable: every option returns a new entry.
 *
 * <pre>{@code
 * PortfolioEntry contoso =
 *     PortfolioEntry.of(
 *             "contoso",
 *             "sit_7f3k2m",
 *             () -> CloudServiceClient.builder(address).transport(network).build(),
 *             contosoTokens)
 *         .removingAtMost(12)
 *         .timeBudget(Duration.ofMinutes(10));
 * }</pre>
 */
@CheckReturnValue
public final class PortfolioEntry {
  private final String name;
  private final String siteId;
  private final Supplier<CloudServiceClient> client;
  private final TokenProvider tokens;
  private final @Nullable Long ceiling;
  private final @Nullable Duration timeBudget;

  private PortfolioEntry(
      String name,
      String siteId,
      Supplier<CloudServiceClient> client,
      TokenProvider tokens,
      @Nullable Long ceiling,
      @Nullable Duration timeBudget) {
    this.name = name;
    this.siteId = siteId;
    this.client = client;
    this.tokens = tokens;
    this.ceiling = ceiling;
    this.timeBudget = timeBudget;
  }

  /**
   * Returns an entry without limits of its own.
   *
   * @param name the name of the site in reports; it should not be personal data
   * @param siteId the id that the site must have; it is checked before anything else is done there
   * @param client creates a client, which the portfolio closes. Each site gets one of its own, so
   *     that it has its own retry budget; they may share a transport, which stays open
   * @param tokens obtains the tokens of an administrator of the site (D3, D7)
   * @return the entry
   * @throws IllegalArgumentException if the name or id is blank
   */
  public static PortfolioEntry of(
      String name, String siteId, Supplier<CloudServiceClient> client, TokenProvider tokens) {
    return new PortfolioEntry(
        notBlank("name", name),
        notBlank("siteId", siteId),
        requireNonNull(client, "client"),
        requireNonNull(tokens, "tokens"),
        null,
        null);
  }

  private static String notBlank(String what, String text) {
    if (requireNonNull(text, what).trim().isEmpty()) {
      throw new IllegalArgumentException("The " + what + " of an entry must not be blank");
    }
    return text;
  }

  /**
   * Lowers the ceiling of removals and plans that {@link PortfolioSite#run} executes.
   *
   * @param removals the number of removals that one run does not exceed, zero or more
   * @return an entry with the ceiling
   * @throws IllegalArgumentException if the number is negative
   */
  public PortfolioEntry removingAtMost(long removals) {
    if (removals < 0) {
      throw new IllegalArgumentException("The ceiling must not be negative: " + removals);
    }
    return new PortfolioEntry(name, siteId, client, tokens, removals, timeBudget);
  }

  /**
   * Limits how long the work at this site may take. Afterwards its thread is interrupted: a call
   * fails, a bulk job or plan stops and can be continued.
   *
   * @param budget a positive duration; no limit by default
   * @return an entry with the limit
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  public PortfolioEntry timeBudget(Duration budget) {
    if (budget.isZero() || budget.isNegative()) {
      throw new IllegalArgumentException("The time budget must be positive: " + budget);
    }
    return new PortfolioEntry(name, siteId, client, tokens, ceiling, budget);
  }

  /**
   * Returns the name of the site in reports.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the id that the site must have.
   *
   * @return the id
   */
  public String siteId() {
    return siteId;
  }

  /**
   * Creates the client of the site, without an account.
   *
   * @return a client, which the caller closes
   */
  public CloudServiceClient createClient() {
    return client.get();
  }

  /**
   * Returns the source of the tokens.
   *
   * @return the provider
   */
  public TokenProvider tokens() {
    return tokens;
  }

  /**
   * Returns the ceiling of this site.
   *
   * @return the number of removals, or null if only the general ceiling holds
   */
  public @Nullable Long ceiling() {
    return ceiling;
  }

  /**
   * Returns how long the work may take.
   *
   * @return the duration, or null if there is no limit
   */
  public @Nullable Duration timeBudget() {
    return timeBudget;
  }

  /** Returns the name and the site id. */
  @Override
  public String toString() {
    return name + " (" + siteId + ")";
  }
}
