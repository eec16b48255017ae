package canon.cpp.cloudservice.testing.contract;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.Users;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The application user lists (D6, D8, D12, D14, D15, D18). */
abstract class UserTests extends ContractTests {
  UserTests(CloudServiceContractKit kit) {
    super(kit);
  }

  private Users users() {
    return administrator().users();
  }

  @Test
  void aNewUserIsOnEveryListAndInvitedOnOne() {
    AddedUser added = users().add(freshAddress()).execute();

    assertEquals(
        List.of(
            new ApplicationEntry(DASHBOARD, ListState.ACTIVE),
            new ApplicationEntry(REMOTE_MATCH, ListState.ACTIVE),
            new ApplicationEntry(REMOTE_CONTROL, ListState.INVITED)),
        added.user().applications());
    assertEquals(
        List.of(
            new ListChange(DASHBOARD, ChangeResult.ADDED),
            new ListChange(REMOTE_MATCH, ChangeResult.ADDED),
            new ListChange(REMOTE_CONTROL, ChangeResult.ADDED)),
        added.changes());
    assertEquals(AdministratorState.NONE, added.user().administrator());
  }

  @Test
  void addingAgainRestoresMissingLists() {
    String address = freshAddress();
    users().add(address).execute();
    users().remove(address).from(REMOTE_MATCH).execute();

    assertEquals(
        List.of(
            new ListChange(DASHBOARD, ChangeResult.ALREADY_PRESENT),
            new ListChange(REMOTE_MATCH, ChangeResult.ADDED),
            new ListChange(REMOTE_CONTROL, ChangeResult.ALREADY_PRESENT)),
        users().add(address).execute().changes());
  }

  @Test
  void canBeFoundInAnySpelling() {
    String address = freshAddress();
    String typed = address.toUpperCase(Locale.ROOT);

    User added = users().add(typed).execute().user();

    assertEquals(typed, added.email());
    assertEquals(address, added.canonicalEmail());
    assertEquals(added, users().get(address).execute());
    assertEquals(added, users().get(typed).execute());
    assertEquals(added, users().get(added.id()).execute());
  }

  @Test
  void dotsInAGoogleAddressDoNotCount() {
    String address =
        endpoint().freshGoogleAddress().orElseThrow(missing("address at gmail.com to be used"));
    atEnd(() -> remove(address));
    String name = address.substring(0, address.indexOf('@'));

    User added = users().add(address).execute().user();

    assertEquals(name.replace(".", "") + "@gmail.com", added.canonicalEmail());
    assertEquals(address, added.email());
    assertEquals(added, users().get(added.canonicalEmail()).execute());
  }

  @Test
  void areListedByApplicationAndState() {
    String address = freshAddress();
    User added = users().add(address).execute().user();

    assertEquals(List.of(added), users().list().emailStartingWith(address).stream().toList());
    assertEquals(
        List.of(added),
        users().list().emailStartingWith(address).on(REMOTE_MATCH).stream().toList());
    assertEquals(
        List.of(added),
        users().list().emailStartingWith(address).remoteControl(ListState.INVITED).stream()
            .toList());
    assertEquals(
        List.of(),
        users().list().emailStartingWith(address).remoteControl(ListState.ACTIVE).stream()
            .toList());
  }

  @Test
  void areRemovedFromTheNamedLists() {
    String address = freshAddress();
    users().add(address).execute();
    users().remove(address).from(REMOTE_MATCH).execute();

    RemovedUser removed = users().remove(address).from(REMOTE_MATCH, DASHBOARD).execute();

    assertEquals(
        List.of(
            new ListChange(DASHBOARD, ChangeResult.REMOVED),
            new ListChange(REMOTE_MATCH, ChangeResult.NOT_PRESENT)),
        removed.changes());
    assertFalse(removed.gone());
    assertEquals(
        List.of(new ApplicationEntry(REMOTE_CONTROL, ListState.INVITED)),
        users().get(address).execute().applications());
  }

  @Test
  void noLongerExistOnceOnNoList() {
    String address = freshAddress();
    users().add(address).execute();

    assertTrue(users().remove(address).fromEveryList().execute().gone());

    assertEquals("not-found", rejection(() -> users().get(address).execute()));
    assertEquals("not-found", rejection(() -> users().remove(address).fromEveryList().execute()));
    assertEquals(List.of(), users().list().emailStartingWith(address).stream().toList());
  }

  @Test
  void aChangeOfListsChangesTheEtag() {
    String address = freshAddress();
    User added = users().add(address).execute().user();

    RemovedUser removed = users().remove(address).ifMatch(etag(added)).from(REMOTE_MATCH).execute();

    assertEquals(etag(added), etag(users().add(address).execute().user()));
    assertNotEquals(etag(added), etag(removed.user()));
  }

  @Test
  void aRemovalIsRejectedIfTheMemberHasChanged() {
    String address = freshAddress();
    String seen = etag(users().add(address).execute().user());
    users().remove(address).from(REMOTE_MATCH).execute();
    User now = users().get(address).execute();

    assertEquals(
        "precondition-failed",
        rejection(() -> users().remove(address).ifMatch(seen).from(DASHBOARD).execute()));
    assertEquals(
        "precondition-failed",
        rejection(() -> users().remove(address).ifMatch(seen).fromEveryList().execute()));

    assertEquals(now, users().get(address).execute());
    assertTrue(users().remove(address).ifMatch(etag(now)).fromEveryList().execute().gone());
  }

  @Test
  void addressesAreResolvedInTheirOrder() {
    String address = freshAddress();
    String unused = freshAddress();
    User added = users().add(address).execute().user();

    List<ResolvedAddress> resolved =
        users().resolve(List.of(address.toUpperCase(Locale.ROOT), unused, "nobody")).execute();

    assertEquals(
        List.of(
            new ResolvedAddress(
                address.toUpperCase(Locale.ROOT), added.canonicalEmail(), added.id(), null, null),
            new ResolvedAddress(unused, unused, null, null, null)),
        resolved.subList(0, 2));
    FieldError error = resolved.get(2).error();
    assertNotNull(error);
    assertEquals("addresses[2] malformed", error.field() + " " + error.code());
    assertTrue(resolved.get(2).isMalformed());
  }

  private static String etag(User user) {
    assertNotNull(user.etag());
    return user.etag();
  }
}
