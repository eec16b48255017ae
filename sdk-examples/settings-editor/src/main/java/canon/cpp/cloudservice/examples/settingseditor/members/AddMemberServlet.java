package canon.cpp.cloudservice.examples.settingseditor.members;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.EmailAddress;
import canon.cpp.cloudservice.InvalidEmailAddressException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.membership.ChangeResult;

/** Adds a user or an administrator. There is no invitation mail (D17), and the page says so. */
public final class AddMemberServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  public AddMemberServlet(Pages pages) {
    super(pages, MembersServlet.PATH);
  }

  @Override
  protected void post(Exchange exchange) {
    MemberKind kind = MemberKind.of(exchange);
    String typed = exchange.parameter("email");
    try {
      String email = EmailAddress.parse(typed).value();
      exchange.done(add(exchange.client(), kind, email), email);
    } catch (InvalidEmailAddressException | RejectedException e) {
      report(exchange, e);
      exchange.keep(MembersServlet.TYPED + kind, typed);
    }
    back(exchange);
  }

  /** Returns the key of what was done. */
  private static String add(CloudServiceClient client, MemberKind kind, String email) {
    if (kind == MemberKind.ADMINISTRATOR) {
      ChangeResult role = client.administrators().add(email).execute().role();
      return role.equals(ChangeResult.ADDED) ? "administrator.added" : "administrator.present";
    }
    boolean changed =
        client.users().add(email).execute().changes().stream()
            .anyMatch(change -> change.result().equals(ChangeResult.ADDED));
    return changed ? "user.added" : "user.present";
  }
}
