package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.internal.areas.DefaultAdministrators;
import canon.cpp.cloudservice.internal.areas.DefaultPrinters;
import canon.cpp.cloudservice.internal.areas.DefaultRemoteControl;
import canon.cpp.cloudservice.internal.areas.DefaultSessions;
import canon.cpp.cloudservice.internal.areas.DefaultSites;
import canon.cpp.cloudservice.internal.areas.DefaultUsers;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.diagnosis.DiagnosisCall;
import canon.cpp.cloudservice.internal.run.Audit;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.DefaultOperationExecutor;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.Users;
import canon.cpp.cloudservice.observe.AuditEvent;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.site.Sites;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The client of the PRISMAsync cloud service. A program creates one, keeps it for its whole
 * lifetime, and makes calls through views of it, each for one account:
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
 * <p>Clients and views are thread-safe. Views share the connections, threads and retry budget of
 * the client, are cheap to create, and need not be closed.
 */
@CheckReturnValue
public final class CloudServiceClient implements AutoCloseable {
  /**
   * The web portal for users (D1), for a link in a page of the host application. This is not the
   * API address, which the host always supplies.
   */
  public static final URI PORTAL_URI = URI.create("https://remotecontrol.cpp.canon");

  private final ClientContext parts;
  private final Identity identity;
  private final OperationExecutor caller;
  private final @Nullable Runnable closing;

  CloudServiceClient(ClientContext parts, Identity identity, @Nullable Runnable closing) {
    this.parts = parts;
    this.identity = identity;
    this.caller = new DefaultOperationExecutor(parts, identity);
    this.closing = closing;
  }

  /**
   * Returns a builder of a client.
   *
   * @param serviceAddress the address of the service's API, with https; http is allowed only for a
   *     loopback address. There is no default, so that a token is never sent to the wrong host
   * @return a builder with the defaults
   * @throws IllegalArgumentException if the address is not of this form
   */
  public static CloudServiceClientBuilder builder(URI serviceAddress) {
    return new CloudServiceClientBuilder(serviceAddress);
  }

  /**
   * Returns a view that makes calls for the account of a token provider. The caller keeps ownership
   * of the provider; views share nothing of it.
   *
   * @param provider obtains the tokens
   * @return the view
   */
  public CloudServiceClient withTokenProvider(TokenProvider provider) {
    requireNonNull(provider, "provider");
    return new CloudServiceClient(parts, new Identity(provider), null);
  }

  /**
   * Returns a view that makes calls with one token. The token is passed through: it is never cached
   * and never refreshed.
   *
   * @param token the token
   * @return the view
   */
  public CloudServiceClient withToken(AccessToken token) {
    return withTokenProvider(TokenProvider.fixed(token));
  }

  /**
   * Returns a view that makes calls with one token, as {@link #withToken(AccessToken)} does.
   *
   * @param token the token's text, without "Bearer"
   * @return the view
   * @throws IllegalArgumentException if the text is not a valid token; the message does not contain
   *     it
   */
  public CloudServiceClient withToken(String token) {
    return withToken(AccessToken.of(token));
  }

  /**
   * Returns a view of the same account whose changes are reported to an audit listener: who made
   * them, about whom, and with which outcome. Reads are not reported. Ordinary listeners and logs
   * still name nobody.
   *
   * <pre>{@code
   * CloudServiceClient audited = admin.withAudit("operator-17", event -> trail.append(event));
   * }</pre>
   *
   * <p>The listener is called once for each change, on the thread that ends the call: before {@code
   * execute()} returns, and after the future of {@code executeAsync()} has completed, so that a
   * listener that hangs does not delay it. What it throws is logged and does not affect the call. A
   * view with another account that is made of this one is not audited.
   *
   * @param actor the id by which the host knows the account, such as a number of its own
   * @param listener receives the events, which are personal data; must be thread-safe
   * @return the view
   */
  public CloudServiceClient withAudit(String actor, Consumer<AuditEvent> listener) {
    Audit audit = new Audit(requireNonNull(actor, "actor"), requireNonNull(listener, "listener"));
    return new CloudServiceClient(parts, identity.withAudit(audit), closing);
  }

  /**
   * Returns the operations on the session of the account: sign-in and sign-out.
   *
   * @return the area
   */
  public Sessions session() {
    return new DefaultSessions(caller);
  }

  /**
   * Returns the operations on the administrator's site.
   *
   * @return the area
   */
  public Sites site() {
    return new DefaultSites(caller);
  }

  /**
   * Returns the operations on cloud service users and their lists.
   *
   * @return the area
   */
  public Users users() {
    return new DefaultUsers(caller);
  }

  /**
   * Returns the operations on cloud service administrators.
   *
   * @return the area
   */
  public Administrators administrators() {
    return new DefaultAdministrators(caller);
  }

  /**
   * Returns the operations on registered printers.
   *
   * @return the area
   */
  public Printers printers() {
    return new DefaultPrinters(caller);
  }

  /**
   * Returns the operations of the Remote Control app, for its users.
   *
   * @return the area
   */
  public RemoteControl remoteControl() {
    return new DefaultRemoteControl(caller);
  }

  /**
   * Checks everything between this program and the service, and reports what is broken and what to
   * do: name resolution, connection, proxy, TLS, the service, the clock of this machine, the token,
   * the account and its role. Changes nothing.
   *
   * <pre>{@code
   * Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(20)).execute();
   * log.info(diagnosis.toText());
   * }</pre>
   *
   * <p>A broken configuration is part of the result, not an exception. The call fails only if it is
   * interrupted or the client is closed. It ends at its deadline; checks that were not reached are
   * reported as skipped. Without a token provider, the token and account checks are skipped. No
   * request is retried.
   *
   * <p>Listeners are notified of one call, {@code diagnose}, whose first attempt carries no token.
   * With {@code withResponse()}, the status is 0 if no response was received.
   *
   * @return a call whose result is the diagnosis
   */
  public Call<Diagnosis> diagnose() {
    return DiagnosisCall.of(parts, identity);
  }

  /**
   * Closes the client: its threads end, the transport that it created is closed, and later calls
   * fail. A transport that was given to it stays open. Closing a view, or closing twice, has no
   * effect.
   */
  @Override
  public void close() {
    if (closing != null) {
      closing.run();
    }
  }

  /** Returns the address of the service. */
  @Override
  public String toString() {
    return "CloudServiceClient[" + parts.address() + "]";
  }
}
