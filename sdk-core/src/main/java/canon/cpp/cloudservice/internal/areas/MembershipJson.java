package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;

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
        json.instant("addedAt"));
  }

  static Administrator administrator(JsonObject json) {
    return new Administrator(
        json.string("id"),
        json.string("email"),
        json.string("canonicalEmail"),
        AdministratorState.of(json.string("state")),
        json.instant("addedAt"),
        json.optionalInstant("firstSignInAt"));
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
        json.flag("gone"));
  }

  static AddedAdministrator addedAdministrator(JsonObject json) {
    return new AddedAdministrator(
        json.object("administrator", MembershipJson::administrator),
        ChangeResult.of(json.string("role")),
        json.objects("changes", MembershipJson::listChange));
  }

  static RemovedAdministrator removedAdministrator(JsonObject json) {
    return new RemovedAdministrator(
        json.object("administrator", MembershipJson::administrator), json.flag("gone"));
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
