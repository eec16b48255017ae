package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.identity.SignInCallback;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import canon.cpp.cloudservice.testing.internal.identity.http.WebResponse;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.identity.text.Html;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The login page of a provider: a form that asks only for an address, because the accounts of a
 * fake have no passwords.
 *
 * @param <A> the provider's kind of account
 */
public final class SignInPages<A> {
  private final String title;
  private final String cookie;
  private final String loginPath;
  private final SignInFlow<A> flow;

  /**
   * Creates the pages.
   *
   * @param title what stands above them
   * @param cookie the name of the cookie by which the browser stays signed in (D31)
   * @param loginPath where the form is posted to
   */
  public SignInPages(String title, String cookie, String loginPath, SignInFlow<A> flow) {
    this.title = title;
    this.cookie = cookie;
    this.loginPath = loginPath;
    this.flow = flow;
  }

  public WebResponse open(String realm, WebRequest request) {
    return show(flow.begin(realm, request.query(), inBrowser(request)));
  }

  public WebResponse submit(WebRequest request) {
    String id = request.form().get("flow");
    boolean cancelled = request.form().get("action").equals("cancel");
    return show(cancelled ? flow.cancel(id) : flow.submit(id, request.form().get("login")));
  }

  private WebResponse show(SignInFlow.Step step) {
    if (step instanceof SignInFlow.Page page) {
      return WebResponse.page(200, title, form(page));
    }
    if (step instanceof SignInFlow.Done done) {
      WebResponse answer = send(done.callback());
      return done.address().isEmpty() ? answer : answer.with("Set-Cookie", cookie(done.address()));
    }
    String reason = ((SignInFlow.Mistake) step).reason();
    return WebResponse.page(400, title, Html.paragraph(reason));
  }

  private String form(SignInFlow.Page page) {
    String asked = Html.paragraph("Program " + page.request().clientId() + " asks you to sign in.");
    return asked
        + Html.paragraph(page.remark())
        + Html.form(
            loginPath,
            Html.hidden(Map.of("flow", page.flow()))
                + Html.input("email", "login", page.request().loginHint())
                + Html.button("sign-in", "Sign in")
                + Html.button("cancel", "Cancel"));
  }

  private WebResponse send(SignInCallback callback) {
    if (!callback.formPost()) {
      return WebResponse.redirect(302, callback.uri()).with("Cache-Control", "no-store");
    }
    String fields = Html.hidden(callback.parameters());
    String form = Html.form(callback.redirectUri().toString(), fields + Html.button("", "Go on"));
    return WebResponse.page(200, title, form);
  }

  private String cookie(String address) {
    return cookie + "=" + Base64Url.encode(address) + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  private String inBrowser(WebRequest request) {
    for (String pair : request.header("Cookie").orElse("").split(";", -1)) {
      if (pair.trim().startsWith(cookie + "=")) {
        return decoded(pair.trim().substring(cookie.length() + 1));
      }
    }
    return "";
  }

  private static String decoded(String value) {
    try {
      return new String(Base64Url.decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // Another cookie.
    }
  }
}
