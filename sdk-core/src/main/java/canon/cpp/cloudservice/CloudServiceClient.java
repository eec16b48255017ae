package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.diagnosis.DiagnosisCall;
import canon.cpp.cloudservice.internal.membership.DefaultAdministrators;
import canon.cpp.cloudservice.internal.membership.DefaultUsers;
import canon.cpp.cloudservice.internal.printers.DefaultPrinters;
import canon.cpp.cloudservice.internal.remotecontrol.DefaultRemoteControl;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.DefaultOperationExecutor;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.session.DefaultSessions;
import canon.cpp.cloudservice.internal.site.DefaultSites;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.Users;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.site.Sites;
import java.net.URI;

/**
 * The client of the PRISMAsync cloud service. A program has one, for as long as it runs, and calls
 * through views of it, each in somebody's name:
 *
 * <pre>{@code
 * CloudServiceClient client = CloudServiceClient.builder(serviceAddress).build();   // once
 * CloudServiceClient admin = client.withTokenProvider(provider);                    // per person
 *
 * admin.session().signIn().execute();
 * AddedUser added = admin.users().add("John.Doe@gmail.com").execute();
 * for (User user : admin.users().list().on(REMOTE_CONTROL).remoteControl(INVITED)) { … }
 * }</pre>
 *
 * <p>Clients and views are safe for use by many threads. Views share the client's connections,
 * threads and retry budget, cost nothing, and are not closed.
 */
@CheckReturnValue
public final class CloudServiceClient implements AutoCloseable {
  /**
   * The portal for people (D1), for a link in a host's pages. It is no address of the API; that one
   * the host always names.
   */
  public static final URI PORTAL_URI = URI.create("https://remotecontrol.cpp.canon");

  private final ClientContext parts;
  private final Identity identity;
  private final OperationExecutor caller;
  private final Runnable closing;

  CloudServiceClient(ClientContext parts, Identity identity, Runnable closing) {
    this.parts = parts;
    this.identity = identity;
    this.caller = new DefaultOperationExecutor(parts, identity);
    this.closing = closing;
  }

  /**
   * Starts to build a client.
   *
   * @param serviceAddress the address of the service's API, with https; http is allowed for this
   *     machine itself only. There is no default, so that a token never goes to a host by accident
   * @return a builder with the defaults
   * @throws IllegalArgumentException if it can be no such address
   */
  public static CloudServiceClientBuilder builder(URI serviceAddress) {
    return new CloudServiceClientBuilder(serviceAddress);
  }

  /**
   * A view that calls in the name of the provider's account. The provider's owner is whoever made
   * it; nothing of it is shared with other views.
   *
   * @param provider gives the tokens
   * @return the view
   */
  public CloudServiceClient withTokenProvider(TokenProvider provider) {
    requireNonNull(provider, "provider");
    return new CloudServiceClient(parts, new Identity(provider), () -> {});
  }

  /**
   * A view that calls with one token, which is passed through: never cached, never refreshed.
   *
   * @param token the token
   * @return the view
   */
  public CloudServiceClient withToken(AccessToken token) {
    return withTokenProvider(TokenProvider.fixed(token));
  }

  /**
   * A view that calls with one token, as {@link #withToken(AccessToken)}.
   *
   * @param token the token's text, without "Bearer"
   * @return the view
   * @throws IllegalArgumentException if it can be no token; the message does not repeat it
   */
  public CloudServiceClient withToken(String token) {
    return withToken(AccessToken.of(token));
  }

  /**
   * The session of the account: signing in, logging out.
   *
   * @return the area
   */
  public Sessions session() {
    return new DefaultSessions(caller);
  }

  /**
   * The administrator's site.
   *
   * @return the area
   */
  public Sites site() {
    return new DefaultSites(caller);
  }

  /**
   * The cloud service users and their lists.
   *
   * @return the area
   */
  public Users users() {
    return new DefaultUsers(caller);
  }

  /**
   * The cloud service administrators.
   *
   * @return the area
   */
  public Administrators administrators() {
    return new DefaultAdministrators(caller);
  }

  /**
   * The registered printers.
   *
   * @return the area
   */
  public Printers printers() {
    return new DefaultPrinters(caller);
  }

  /**
   * The Remote Control app, seen by its users.
   *
   * @return the area
   */
  public RemoteControl remoteControl() {
    return new DefaultRemoteControl(caller);
  }

  /**
   * Looks at everything between this program and the service, and says what is broken and what to
   * do: name resolution, connection, proxy, TLS, the service, this machine's clock, the token, the
   * account and its role. Changes nothing.
   *
   * <pre>{@code
   * Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(20)).execute();
   * log.info(diagnosis.toText());
   * }</pre>
   *
   * <p>A broken set-up is the answer, not an exception; the call fails only if it is interrupted or
   * the client closed. It takes no longer than its time: what was not reached by then is said to be
   * skipped. Without a token provider it looks at all but token and account. No request is retried.
   *
   * <p>Listeners hear of one call, {@code diagnose}, with a first attempt that carries no token.
   * With {@code withResponse()}, the status is 0 if no answer came.
   *
   * @return a call that answers what was found
   */
  public Call<Diagnosis> diagnose() {
    return DiagnosisCall.of(parts, identity);
  }

  /**
   * Closes the client: its threads end, its own transport is closed, later calls are refused. A
   * transport that it was given stays open. On a view, and the second time, nothing happens.
   */
  @Override
  public void close() {
    closing.run();
  }

  /** Shows the service's address. */
  @Override
  public String toString() {
    return "CloudServiceClient[" + parts.address() + "]";
  }
}
