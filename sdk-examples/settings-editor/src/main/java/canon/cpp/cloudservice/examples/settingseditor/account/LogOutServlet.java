package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log out: ends the session at the service, forgets the tokens and ends the HTTP session. The
 * account can stay signed in at Microsoft or Google in the browser, and the page says so (D31).
 */
public final class LogOutServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LogOutServlet.class);

  public LogOutServlet(Pages pages) {
    super(pages, HOME);
  }

  @Override
  protected void post(Exchange exchange) {
    SignedIn signedIn = exchange.signedIn().orElse(null);
    boolean ended = signedIn == null || isEnded(signedIn);
    exchange.session().invalidate();
    exchange.done("loggedOut");
    if (!ended) {
      exchange.problem(exchange.texts().get("loggedOutHereOnly"));
    }
    back(exchange);
  }

  private static boolean isEnded(SignedIn signedIn) {
    try {
      signedIn.client().session().signOut().execute(); // Forgets the tokens, too.
      return true;
    } catch (CloudServiceException e) {
      LOG.warn("The session at the service was not ended.", e);
      signedIn.provider().forget();
      return false;
    }
  }
}
