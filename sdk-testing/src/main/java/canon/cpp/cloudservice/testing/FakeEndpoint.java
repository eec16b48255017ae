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
   * Returns the address of the service at this endpoint.
   *
   * @return the address with which a client is built
   */
  public URI address() {
    return address;
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
   * @return a client that waits with the fake's clock
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
   * @return a client that waits with the fake's clock
   */
  public CloudServiceClient client(FakeAccount account) {
    return closing.apply(clientBuilder().build()).withTokenProvider(tokenProvider(account));
  }

  /**
   * Returns a builder of a client for this endpoint, for tests of code that builds its own client,
   * with a retry policy, a timeout or an executor of its choice.
   *
   * @return a builder of a client that waits with the fake's clock; the caller closes the client
   */
  public CloudServiceClientBuilder clientBuilder() {
    return timed.get().transport(transport);
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
