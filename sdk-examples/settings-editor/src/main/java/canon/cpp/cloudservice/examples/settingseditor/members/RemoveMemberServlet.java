package canon.cpp.cloudservice.examples.settingseditor.members;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;
import canon.cpp.cloudservice.examples.settingseditor.web.PageServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.membership.RemovalWarning;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.WarningCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes a user from the lists that are ticked, or an administrator. Nothing is removed if the
 * member has changed since the page was loaded ({@code etag}).
 */
public final class RemoveMemberServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  public RemoveMemberServlet(Pages pages) {
    super(pages, MembersServlet.PATH);
  }

  @Override
  protected void post(Exchange exchange) {
    if (MemberKind.of(exchange) == MemberKind.ADMINISTRATOR) {
      removeAdministrator(exchange);
    } else {
      removeUser(exchange);
    }
    back(exchange);
  }

  private static void removeAdministrator(Exchange exchange) {
    RemoveAdministrator call = exchange.client().administrators().remove(exchange.parameter("id"));
    if (exchange.has("etag")) {
      call = call.ifMatch(exchange.parameter("etag"));
    }
    warn(exchange, call.execute().warnings());
    exchange.done("administrator.removed", exchange.parameter("email"));
  }

  private static void removeUser(Exchange exchange) {
    Application[] lists = ticked(exchange);
    if (lists.length == 0) {
      exchange.problem(exchange.texts().get("user.noList"));
      return;
    }
    RemoveUser call = exchange.client().users().remove(exchange.parameter("id"));
    if (exchange.has("etag")) {
      call = call.ifMatch(exchange.parameter("etag"));
    }
    Application[] others = Stream.of(lists).skip(1).toArray(Application[]::new);
    warn(exchange, call.from(lists[0], others).execute().warnings());
    exchange.done("user.removed", exchange.parameter("email"));
  }

  private static Application[] ticked(Exchange exchange) {
    String[] ids = exchange.request().getParameterValues("list");
    return ids == null
        ? new Application[0]
        : Stream.of(ids).map(Application::of).toArray(Application[]::new);
  }

  private static void warn(Exchange exchange, List<RemovalWarning> warnings) {
    if (warnings.stream()
        .anyMatch(w -> w.code().equals(WarningCode.NO_REMOTE_MATCH_ADMINISTRATOR))) {
      exchange.problem(exchange.texts().get("user.lastRemoteMatch"));
    }
  }
}
