package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A way to reach the fake: in the process, or by HTTP. Behind both is the same service.
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
  private final Supplier<CloudServiceClientBuilder> timed;
  private final UnaryOperator<CloudServiceClient> closing;

  FakeEndpoint(
      URI address,
      HttpTransport transport,
      BiFunction<FakeAccount, Boolean, AccessToken> tokens,
      Function<URI, CloudServiceClientBuilder> timed,
      UnaryOperator<CloudServiceClient> closing) {
    this.address = address;
    this.transport = transport;
    this.tokens = tokens;
    this.timed = () -> timed.apply(address);
    this.closing = closing;
  }

  /**
   * The address of the service behind this endpoint.
   *
   * @return what a client is built with
   */
  public URI address() {
    return address;
  }

  /**
   * The transport that leads through this endpoint; the fake closes it.
   *
   * @return the transport
   */
  public HttpTransport transport() {
    return transport;
  }

  /**
   * A client for the account that {@link FakeAccount#of} makes of an address. The fake closes it.
   *
   * @param email the address
   * @return a client that waits by the fake's clock
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public CloudServiceClient client(String email) {
    return client(FakeAccount.of(email));
  }

  /**
   * A client for an account. It uses one token until the service rejects that, and then another.
   * The fake closes it.
   *
   * @param account any account, whether or not a site knows it
   * @return a client that waits by the fake's clock
   */
  public CloudServiceClient client(FakeAccount account) {
    return closing.apply(clientBuilder().build()).withTokenProvider(tokenProvider(account));
  }

  /**
   * Starts to build a client through this endpoint, for tests of a program that builds its own:
   * with a retry policy, a timeout or an executor of its choice.
   *
   * @return a builder of a client that waits by the fake's clock; whoever builds it closes it
   */
  public CloudServiceClientBuilder clientBuilder() {
    return timed.get().transport(transport);
  }

  /**
   * A provider of tokens for an account: one token until the service rejects that, then another.
   *
   * @param account any account, whether or not a site knows it
   * @return a provider for clients through this endpoint
   */
  public TokenProvider tokenProvider(FakeAccount account) {
    return new FakeTokenProvider(() -> tokens.apply(account, true).boundTo(address));
  }

  /**
   * A new token for the account that {@link FakeAccount#of} makes of an address.
   *
   * @param email the address
   * @return a token that lives for an hour and is bound to this endpoint
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public AccessToken tokenFor(String email) {
    return tokenFor(FakeAccount.of(email));
  }

  /**
   * A new token for an account.
   *
   * @param account any account, whether or not a site knows it
   * @return a token that lives for an hour and is bound to this endpoint
   */
  public AccessToken tokenFor(FakeAccount account) {
    return tokens.apply(account, false).boundTo(address);
  }

  /** Shows the address. */
  @Override
  public String toString() {
    return "FakeEndpoint[" + address + "]";
  }
}
