package canon.cpp.cloudservice.examples.settingseditor.members;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Step 4 of the guides: users and administrators, Invited or Active. Users are read page by page,
 * because a site can have thousands.
 */
public final class MembersServlet extends PageServlet {
  static final String PATH = "/cloud/members";

  /** The text of a field that was not accepted, to be corrected. */
  static final String TYPED = "typed";

  private static final long serialVersionUID = 1L;
  private static final int USERS_PER_PAGE = 50;

  public MembersServlet(Pages pages) {
    super(pages, PATH);
  }

  @Override
  protected void get(Exchange exchange) throws IOException {
    CloudServiceClient client = exchange.client();
    ListUsers call = client.users().list().pageSize(USERS_PER_PAGE);
    if (exchange.has("from")) {
      call = call.startingFrom(PageToken.of(exchange.parameter("from")));
    }
    Page<User> users = call.page().execute();
    List<Administrator> administrators = client.administrators().list().stream().toList();

    Map<String, Object> parameters = new HashMap<>();
    parameters.put("users", users.items());
    PageToken next = users.next();
    parameters.put(
        "next", next == null ? "" : URLEncoder.encode(next.value(), StandardCharsets.UTF_8));
    parameters.put("administrators", administrators);
    parameters.put("typedUser", typed(exchange, MemberKind.USER));
    parameters.put("typedAdministrator", typed(exchange, MemberKind.ADMINISTRATOR));
    show(exchange, "members.jte", parameters);
  }

  private static String typed(Exchange exchange, MemberKind kind) {
    Object typed = exchange.take(TYPED + kind);
    return typed == null ? "" : typed.toString();
  }
}
