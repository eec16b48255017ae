package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.internal.html.Html;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The page on which a user enters a device code and signs in.
 *
 * @param <A> the provider's kind of account
 */
public final class DevicePages<A> {
  private final String title;
  private final String path;
  private final DeviceCodes<A> codes;
  private final BiFunction<String, String, Optional<A>> accounts;
  private final Clock clock;

  /**
   * Creates the page.
   *
   * @param path where the page is, and where its form is posted to
   * @param accounts finds an account by realm and address
   */
  public DevicePages(
      String title,
      String path,
      DeviceCodes<A> codes,
      BiFunction<String, String, Optional<A>> accounts,
      Clock clock) {
    this.title = title;
    this.path = path;
    this.codes = codes;
    this.accounts = accounts;
    this.clock = clock;
  }

  public WebResponse open(WebRequest request) {
    return page(200, "Type the code that your device shows.", request.query().get("user_code"));
  }

  public WebResponse submit(WebRequest request) {
    Parameters form = request.form();
    String userCode = form.get("user_code");
    if (form.get("action").equals("deny")) {
      return deny(userCode)
          ? done("The device was rejected.")
          : page(400, "No device waits with this code.", userCode);
    }
    if (codes.waiting(userCode, clock.instant()).isEmpty()) {
      return page(400, "No device waits with this code.", userCode);
    }
    return approve(userCode, form.get("login"))
        ? done("The device is signed in. You may close this page.")
        : page(400, "There is no such account.", userCode);
  }

  /** Approves the code; returns whether a device waited with it and there is such an account. */
  public boolean approve(String userCode, String address) {
    Instant now = clock.instant();
    return codes
        .waiting(userCode, now)
        .flatMap(device -> accounts.apply(device.realm(), address))
        .map(account -> codes.approve(userCode, account, now))
        .orElse(false);
  }

  /** Denies the code; returns whether a device waited with it. */
  public boolean deny(String userCode) {
    return codes.deny(userCode, clock.instant());
  }

  private WebResponse done(String text) {
    return WebResponse.page(200, title, Html.paragraph(text));
  }

  private WebResponse page(int status, String notice, String userCode) {
    return WebResponse.page(
        status,
        title,
        Html.paragraph(notice),
        Html.tag("form")
            .with("method", "post")
            .with("action", path)
            .add(
                Html.input("text", "user_code", userCode),
                Html.input("email", "login", ""),
                Html.button("action", "allow", "Sign in"),
                Html.button("action", "deny", "Deny")));
  }
}
