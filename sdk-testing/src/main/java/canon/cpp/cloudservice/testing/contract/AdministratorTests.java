package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.SignedIn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Administrators (D10, D12 to D14, D18). */
abstract class AdministratorTests extends ContractTests {
  AdministratorTests(CloudServiceContractKit kit) {
    super(kit);
  }

  private Administrators administrators() {
    return administrator().administrators();
  }

  @Test
  void aNewAdministratorIsInvitedAndOnTwoLists() {
    String address = freshAddress();

    AddedAdministrator added = administrators().add(address).execute();

    assertEquals(AdministratorState.INVITED, added.administrator().state());
    assertNull(added.administrator().firstSignInAt());
    assertEquals(ChangeResult.ADDED, added.role());
    assertEquals(
        List.of(
            new ListChange(Application.DASHBOARD, ChangeResult.ADDED),
            new ListChange(Application.REMOTE_MATCH, ChangeResult.ADDED)),
        added.changes());
    assertEquals(
        AdministratorState.INVITED, administrator().users().get(address).execute().administrator());
  }

  @Test
  void addingAgainIsReported() {
    String address = freshAddress();
    administrators().add(address).execute();

    AddedAdministrator again = administrators().add(address).execute();

    assertEquals(ChangeResult.ALREADY_PRESENT, again.role());
    assertEquals(
        List.of(
            new ListChange(Application.DASHBOARD, ChangeResult.ALREADY_PRESENT),
            new ListChange(Application.REMOTE_MATCH, ChangeResult.ALREADY_PRESENT)),
        again.changes());
  }

  @Test
  void becomesActiveAtTheFirstSignIn() {
    ContractAccount invited = invitedAdministrator();

    SignedIn signedIn = clientOf(invited).session().signIn().execute();

    assertTrue(signedIn.firstSignIn());
    assertEquals(List.of(Role.ADMINISTRATOR), signedIn.session().roles());
    Administrator active = administrators().get(invited.email()).execute();
    assertEquals(AdministratorState.ACTIVE, active.state());
    assertNotNull(active.firstSignInAt());
    assertEquals(active, clientOf(invited).administrators().get(active.id()).execute());
  }

  @Test
  void canBeFoundInAnySpelling() {
    String address = freshAddress();
    Administrator added = administrators().add(address).execute().administrator();

    assertEquals(added, administrators().get(address.toUpperCase(Locale.ROOT)).execute());
    assertEquals(added, administrators().get(added.id()).execute());
  }

  @Test
  void areListedByState() {
    Administrator added = administrators().add(freshAddress()).execute().administrator();

    assertTrue(administrators().list().stream().toList().contains(added));
    List<Administrator> invited =
        administrators().list().state(AdministratorState.INVITED).stream().toList();
    List<Administrator> active =
        administrators().list().state(AdministratorState.ACTIVE).stream().toList();
    assertTrue(invited.contains(added));
    assertFalse(active.contains(added));
    assertTrue(active.stream().allMatch(each -> each.state().equals(AdministratorState.ACTIVE)));
  }

  @Test
  void losesTheRoleAndStaysOnTheLists() {
    String address = freshAddress();
    Administrator added = administrators().add(address).execute().administrator();

    assertFalse(administrators().remove(added.id()).execute().gone());

    assertEquals("not-found", rejection(() -> administrators().get(address).execute()));
    assertEquals("not-found", rejection(() -> administrators().remove(address).execute()));
    assertEquals(
        AdministratorState.NONE, administrator().users().get(address).execute().administrator());
  }

  @Test
  void keepsTheRoleWithoutAnyList() {
    String address = freshAddress();
    administrators().add(address).execute();

    assertFalse(administrator().users().remove(address).fromEveryList().execute().gone());

    assertEquals("not-found", rejection(() -> administrator().users().get(address).execute()));
    assertEquals(AdministratorState.INVITED, administrators().get(address).execute().state());
    assertTrue(administrators().remove(address).execute().gone());
  }

  @Test
  void isRemovedOnlyIfUnchanged() {
    ContractAccount invited = invitedAdministrator();
    Administrator seen = administrators().get(invited.email()).execute();
    assertEquals(seen.etag(), administrator().users().get(invited.email()).execute().etag());
    clientOf(invited).session().signIn().execute();
    Administrator now = administrators().get(invited.email()).execute();

    assertEquals(
        "precondition-failed",
        rejection(() -> administrators().remove(seen.id()).ifMatch(etag(seen)).execute()));

    assertEquals(now, administrators().get(invited.email()).execute());
    assertFalse(administrators().remove(seen.id()).ifMatch(etag(now)).execute().gone());
  }

  private static String etag(Administrator administrator) {
    assertNotNull(administrator.etag());
    return administrator.etag();
  }
}
