package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.identity.SignInCallback;
import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import java.nio.charset.StandardCharsets;

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
      return form(page);
    }
    if (step instanceof SignInFlow.Done done) {
      WebResponse response = send(done.callback());
      return done.address().isEmpty()
          ? response
          : response.with("Set-Cookie", cookie(done.address()));
    }
    String reason = ((SignInFlow.Mistake) step).reason();
    return WebResponse.page(400, title, Html.paragraph(reason));
  }

  private WebResponse form(SignInFlow.Page page) {
    return WebResponse.page(
        200,
        title,
        Html.paragraph("The application " + page.request().clientId() + " asks you to sign in."),
        Html.paragraph(page.notice()),
        Html.tag("form")
            .with("method", "post")
            .with("action", loginPath)
            .add(
                Html.input("hidden", "flow", page.flow()),
                Html.input("email", "login", page.request().loginHint()),
                Html.button("action", "sign-in", "Sign in"),
                Html.button("action", "cancel", "Cancel")));
  }

  private WebResponse send(SignInCallback callback) {
    if (!callback.formPost()) {
      return WebResponse.redirect(302, callback.uri()).with("Cache-Control", "no-store");
    }
    Element form = Html.tag("form").with("method", "post").postingTo(callback.redirectUri());
    callback.parameters().forEach((name, value) -> form.add(Html.input("hidden", name, value)));
    return WebResponse.page(200, title, form.add(Html.button("action", "", "Continue")));
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
