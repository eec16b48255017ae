package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.examples.settingseditor.connection.Connection;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.Failures;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SignInApp;
import java.net.URI;

/**
 * Sends the browser to the identity provider. It is a link, not a form: browsers apply {@code
 * form-action} to redirects after a form too, and organisations redirect on to servers of their
 * own. Following the link changes nothing that a user could lose.
 */
public final class SignInServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private final URI callback;

  public SignInServlet(Pages pages, URI callback) {
    super(pages, HOME);
    this.callback = callback;
  }

  @Override
  protected void get(Exchange exchange) {
    Connection connection = exchange.connections().current();
    SignInApp app = connection.apps().get(IdentityProvider.of(exchange.parameter("provider")));
    if (app == null) {
      exchange.problem(exchange.texts().get("noSuchPage"));
      back(exchange);
      return;
    }
    AuthorizationCodeOptions options = AuthorizationCodeOptions.of(callback);
    if (exchange.take(Failures.CLAIMS) instanceof String claims) {
      options = options.withClaims(claims);
    }
    AuthorizationCodeSession session = app.begin(options);
    exchange.keep(PendingSignIn.ATTRIBUTE, new PendingSignIn(connection, session));
    exchange.redirect(session.url().toString());
  }
}
