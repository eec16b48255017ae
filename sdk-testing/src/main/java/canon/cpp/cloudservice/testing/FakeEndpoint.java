package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A way to reach the fake: in process, or over HTTP. Both lead to the same service.
 *
 * <pre>{@code
 * FakeEndpoint http = fake.http();
 * CloudServiceClient client =
 *     CloudServiceClient.builder(http.address())
 *         .build()
 *         .withToken(http.tokenFor("admin@contoso.com"));
 * }</pre>
 */
public final class FakeEndpoint {
  private final URI address;
  private final HttpTransport transport;
  private final BiFunction<FakeAccount, Boolean, AccessToken> tokens;
  private final Function<URI, CloudServiceClientBuilder> builder;
  private final Function<URI, CloudServiceClientBuilder> fakeTimedBuilder;
  private final UnaryOperator<CloudServiceClient> closing;

  FakeEndpoint(
      URI address,
      HttpTransport transport,
      BiFunction<FakeAccount, Boolean, AccessToken> tokens,
      Function<URI, CloudServiceClientBuilder> builder,
      Function<URI, CloudServiceClientBuilder> fakeTimedBuilder,
      UnaryOperator<CloudServiceClient> closing) {
    this.address = address;
    this.transport = transport;
    this.tokens = tokens;
    this.builder = builder;
    this.fakeTimedBuilder = fakeTimedBuilder;
    this.closing = closing;
  }

  /**
   * Returns the address of the service at this endpoint.
   *
   * @return the address with which a client is built
   */
  public URI address() {
    return address;
  }

  /**
   * Returns this endpoint with clients whose delays and timeouts follow the fake's clock, as they
   * always do in process: a backoff moves the clock and ends at once. At the HTTP endpoint they
   * take real time otherwise, as they do at a service.
   *
   * <pre>{@code
   * fake.faults().on("addUser").times(1).retryAfter(Duration.ofMinutes(5)).respond(503);
   * CloudServiceClient admin = fake.http().withFakeDelays().client("admin@contoso.com");
   * admin.users().add("john@contoso.com").execute();
   * }</pre>
   *
   * @return the endpoint; same address, transport and tokens
   */
  public FakeEndpoint withFakeDelays() {
    return new FakeEndpoint(
        address, transport, tokens, fakeTimedBuilder, fakeTimedBuilder, closing);
  }

  /**
   * Returns the transport to this endpoint. The fake closes it.
   *
   * @return the transport
   */
  public HttpTransport transport() {
    return transport;
  }

  /**
   * Returns a client for the account {@link FakeAccount#of FakeAccount.of(email)}. The fake closes
   * it.
   *
   * @param email the address
   * @return a client; in process its delays and timeouts follow the fake's clock, over HTTP the
   *     real one
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public CloudServiceClient client(String email) {
    return client(FakeAccount.of(email));
  }

  /**
   * Returns a client for an account. It uses one token until the service rejects it, and then
   * obtains another. The fake closes the client.
   *
   * @param account any account, whether or not a site knows it
   * @return a client; in process its delays and timeouts follow the fake's clock, over HTTP the
   *     real one
   */
  public CloudServiceClient client(FakeAccount account) {
    return closing.apply(clientBuilder().build()).withTokenProvider(tokenProvider(account));
  }

  /**
   * Returns a builder of a client for this endpoint, for tests of code that builds its own client,
   * with a retry policy, a timeout or an executor of its choice.
   *
   * @return a builder of a client whose delays and timeouts follow the fake's clock in process, and
   *     the real one over HTTP; the caller closes the client
   */
  public CloudServiceClientBuilder clientBuilder() {
    return builder.apply(address).transport(transport);
  }

  /**
   * Returns a token provider for an account. It uses one token until the service rejects it, and
   * then obtains another.
   *
   * @param account any account, whether or not a site knows it
   * @return a provider for clients through this endpoint
   */
  public TokenProvider tokenProvider(FakeAccount account) {
    return new FakeTokenProvider(() -> tokens.apply(account, true).boundTo(address));
  }

  /**
   * Returns a new token for the account {@link FakeAccount#of FakeAccount.of(email)}.
   *
   * @param email the address
   * @return a token that is valid for one hour and bound to this endpoint
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public AccessToken tokenFor(String email) {
    return tokenFor(FakeAccount.of(email));
  }

  /**
   * Returns a new token for an account.
   *
   * @param account any account, whether or not a site knows it
   * @return a token that is valid for one hour and bound to this endpoint
   */
  public AccessToken tokenFor(FakeAccount account) {
    return tokens.apply(account, false).boundTo(address);
  }

  /** Returns the address. */
  @Override
  public String toString() {
    return "FakeEndpoint[" + address + "]";
  }
}
