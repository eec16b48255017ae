package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ErrorMessages;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page and its form. A failed call becomes a sentence for the user: above the same page if a form
 * was sent, in its place if it could not be shown.
 */
public abstract class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);

  /** The start page. */
  public static final String HOME = "/cloud";

  private final transient Pages pages;
  private final String page;

  /**
   * Creates the servlet.
   *
   * @param page the page to which the browser returns after a form
   */
  protected PageServlet(Pages pages, String page) {
    this.pages = pages;
    this.page = page;
  }

  /** Shows the page; by default there is none. */
  protected void get(Exchange exchange) throws IOException {
    failure(exchange, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  /** Does what the form says; by default there is none. */
  protected void post(Exchange exchange) throws IOException {
    failure(exchange, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  protected final void show(Exchange exchange, String template, Map<String, Object> parameters)
      throws IOException {
    pages.show(exchange, HttpServletResponse.SC_OK, template, parameters);
  }

  /** Sends the browser back to the page. */
  protected final void back(Exchange exchange) {
    exchange.redirect(page);
  }

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = pages.exchange(request, response);
    try {
      get(exchange);
    } catch (NotSignedInException e) {
      signInFirst(exchange);
    } catch (RuntimeException e) {
      report(exchange, e);
      if (isSignInEnded(e)) {
        exchange.redirect(HOME);
      } else {
        failure(exchange, Failures.status(e));
      }
    }
  }

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = pages.exchange(request, response);
    try {
      post(exchange);
    } catch (NotSignedInException e) {
      signInFirst(exchange);
    } catch (RuntimeException e) {
      report(exchange, e);
      exchange.redirect(isSignInEnded(e) ? HOME : page);
    }
  }

  /** Logs a failure, and keeps the sentence for the user and what the next step needs. */
  protected final void report(Exchange exchange, RuntimeException failure) {
    String path = exchange.request().getRequestURI(); // Without the query, which can have a code.
    if (failure instanceof CloudServiceException || failure instanceof IllegalArgumentException) {
      LOG.info("{}: {}", path, failure.getMessage());
    } else {
      LOG.error("{} failed", path, failure);
    }
    exchange.problem(ErrorMessages.forUser(failure, exchange.texts().locale()));
    SettleServlet.keep(exchange, failure);
    if (isSignInEnded(failure)) {
      exchange.signedIn(null);
    }
    if (failure instanceof AuthenticationException e) {
      e.claims().ifPresent(claims -> exchange.keep(Failures.CLAIMS, claims));
    }
  }

  private static boolean isSignInEnded(RuntimeException failure) {
    return failure instanceof UnauthenticatedException
        || (failure instanceof AuthenticationException e
            && (e.kind() == AuthenticationErrorKind.SIGN_IN_REQUIRED
                || e.kind() == AuthenticationErrorKind.REJECTED));
  }

  private static void signInFirst(Exchange exchange) {
    exchange.problem(exchange.texts().get("signInFirst"));
    exchange.redirect(HOME);
  }

  private void failure(Exchange exchange, int status) throws IOException {
    pages.show(exchange, status, "failure.jte", Map.of());
  }
}
