package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.examples.settingseditor.web.CsrfToken;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Completes the sign-in when the browser returns, and redirects it at once, so that the code is in
 * no history entry and in no page.
 */
public final class CallbackServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public CallbackServlet(Pages pages) {
    super(pages, HOME);
  }

  @Override
  protected void get(Exchange exchange) {
    if (exchange.take(PendingSignIn.ATTRIBUTE) instanceof PendingSignIn pending) {
      try {
        complete(exchange, pending);
      } catch (RuntimeException e) {
        report(exchange, e);
      }
    } else {
      exchange.problem(exchange.texts().get("expired"));
    }
    back(exchange);
  }

  private static void complete(Exchange exchange, PendingSignIn pending) {
    Map<String, String> parameters = new HashMap<>();
    exchange.request().getParameterMap().forEach((name, all) -> parameters.put(name, all[0]));
    AccountTokenProvider provider = pending.session().complete(parameters, TIMEOUT);
    SignedIn signedIn;
    try {
      signedIn = SignedIn.with(pending.connection(), provider);
    } catch (RuntimeException e) {
      provider.close();
      throw e;
    }
    // A new id, so that an id that another user has planted before the sign-in is invalid.
    exchange.request().changeSessionId();
    CsrfToken.renew(exchange.session());
    exchange.signedIn(signedIn);
    exchange.done(signedIn.isRegistered() ? "signedIn" : "signedInUnknown", signedIn.address());
  }
}
