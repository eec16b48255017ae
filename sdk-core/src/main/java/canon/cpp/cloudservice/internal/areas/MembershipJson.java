package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovalWarning;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.WarningCode;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Reads the JSON of members. */
final class MembershipJson {
  private MembershipJson() {}

  static User user(JsonObject json) {
    return new User(
        json.string("id"),
        json.string("email"),
        json.string("canonicalEmail"),
        AdministratorState.of(json.string("administrator")),
        json.objects("applications", MembershipJson::applicationEntry),
        json.instant("addedAt"),
        json.optionalString("etag"));
  }

  static Administrator administrator(JsonObject json) {
    return new Administrator(
        json.string("id"),
        json.string("email"),
        json.string("canonicalEmail"),
        AdministratorState.of(json.string("state")),
        json.instant("addedAt"),
        json.optionalInstant("firstSignInAt"),
        json.optionalString("etag"));
  }

  static AddedUser addedUser(JsonObject json) {
    return new AddedUser(
        json.object("user", MembershipJson::user),
        json.objects("changes", MembershipJson::listChange));
  }

  static RemovedUser removedUser(JsonObject json) {
    return new RemovedUser(
        json.object("user", MembershipJson::user),
        json.objects("changes", MembershipJson::listChange),
        json.flag("gone"),
        warnings(json));
  }

  static AddedAdministrator addedAdministrator(JsonObject json) {
    return new AddedAdministrator(
        json.object("administrator", MembershipJson::administrator),
        ChangeResult.of(json.string("role")),
        json.objects("changes", MembershipJson::listChange));
  }

  static RemovedAdministrator removedAdministrator(JsonObject json) {
    return new RemovedAdministrator(
        json.object("administrator", MembershipJson::administrator),
        json.flag("gone"),
        warnings(json));
  }

  /** Pairs the items with the addresses: the order is the only link between them. */
  static List<ResolvedAddress> resolvedAddresses(List<String> typed, JsonObject json) {
    Iterator<String> address = typed.iterator();
    List<ResolvedAddress> resolved =
        json.objects(
            "items",
            item -> {
              if (!address.hasNext()) {
                throw new MalformedJsonException("its field items has more entries than addresses");
              }
              return new ResolvedAddress(
                  address.next(),
                  item.optionalString("canonicalEmail"),
                  item.optionalString("userId"),
                  item.optionalString("administratorId"),
                  item.optionalObject("error", MembershipJson::fieldError));
            });
    if (address.hasNext()) {
      throw new MalformedJsonException("its field items has fewer entries than addresses");
    }
    return Collections.unmodifiableList(resolved);
  }

  private static FieldError fieldError(JsonObject json) {
    String field = json.string("field");
    String code = json.string("code");
    String message = json.optionalString("message");
    return new FieldError(field, code, message == null ? "" : message);
  }

  private static List<RemovalWarning> warnings(JsonObject json) {
    List<RemovalWarning> warnings =
        json.optionalObjects(
            "warnings",
            warning ->
                new RemovalWarning(
                    WarningCode.of(warning.string("code")), warning.string("message")));
    return warnings == null ? Collections.emptyList() : warnings;
  }

  private static ApplicationEntry applicationEntry(JsonObject json) {
    return new ApplicationEntry(
        Application.of(json.string("id")), ListState.of(json.string("state")));
  }

  private static ListChange listChange(JsonObject json) {
    return new ListChange(
        Application.of(json.string("application")), ChangeResult.of(json.string("result")));
  }
}
