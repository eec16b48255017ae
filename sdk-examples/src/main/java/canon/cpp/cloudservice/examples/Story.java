package canon.cpp.cloudservice.examples;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;

/** Administers a fake service in the order of the vendor's guides, from the first printer on. */
final class Story {
  static final String NEIGHBOUR = "admin@fabrikam.com";
  private static final String FOUNDER = "cloud.admin@contoso.com";
  private static final String SECOND = "boss@contoso.com";
  private static final String USER_AS_TYPED = "John.Doe@gmail.com";
  private static final String USER_CANONICAL = "johndoe@gmail.com";

  private final FakeCloudService fake;
  private final FakeEndpoint service;
  private final Narrator narrator;
  private final PrinterIdentity press;

  Story(FakeCloudService fake, Narrator narrator) {
    this.fake = fake;
    this.service = fake.http();
    this.narrator = narrator;
    this.press = fake.printer("varioPRINT 140", "VP-1001");
    fake.setLicences(press.serialNumber(), DASHBOARD, REMOTE_MATCH);
  }

  void tell() {
    narrator.title(
        "The PRISMAsync cloud service SDK, against a fake service at " + service.address());
    try (CloudServiceClient client =
        CloudServiceClient.builder(service.address()).appInfo("Quickstart/1").build()) {
      CloudServiceClient founder = client.withToken(service.tokenFor(FOUNDER));
      CloudServiceClient second = client.withToken(service.tokenFor(SECOND));
      CloudServiceClient neighbour = client.withToken(service.tokenFor(NEIGHBOUR));
      CloudServiceClient app = client.withToken(service.tokenFor(USER_CANONICAL));

      foundSite(founder);
      addUser(founder);
      useTheApp(founder, app);
      addAdministrator(founder, second);
      movePrinter(founder, neighbour);
      keepOneAdministrator(founder);
      removeUser(founder);
      logOut(founder);
    }
  }

  private void foundSite(CloudServiceClient founder) {
    narrator.step("Register the first printer, and found a site with it");
    narrator.say("Advice (D19): use a Microsoft or Google account made for administration alone.");
    narrator.expectRejection(
        ProblemCode.ACCOUNT_NOT_REGISTERED,
        FOUNDER + " registers without asking to found a site",
        () -> founder.printers().register(press, "Press 1").execute());

    RegisteredPrinter done = founder.printers().register(press, "Press 1").foundSite().execute();

    narrator.expect(
        done.foundedSite() != null && done.result().equals(RegistrationResult.REGISTERED),
        "the printer is registered, and a site is founded");
    narrator.expect(
        done.printer().allRequiredLicencesAvailable() && done.printer().lastDataAt() == null,
        "all required licences are present, and no data has been sent yet");
    fake.sendData(press.serialNumber());
    new Tour(founder, narrator).printers();
  }

  private void addUser(CloudServiceClient founder) {
    narrator.step("Add a new cloud service user, typed as " + USER_AS_TYPED);

    AddedUser added = founder.users().add(USER_AS_TYPED).execute();

    narrator.expect(
        added.user().canonicalEmail().equals(USER_CANONICAL),
        "the service compares the address as %s: it ignores dots at gmail.com",
        added.user().canonicalEmail());
    added
        .changes()
        .forEach(
            change ->
                narrator.say("    %-25s %s", change.application().displayName(), change.result()));
    narrator.expect(
        state(added.user()).equals(ListState.INVITED), "on the Remote Control list: Invited");
    new Tour(founder, narrator).users();
  }

  private void useTheApp(CloudServiceClient founder, CloudServiceClient app) {
    narrator.step("The user opens the Remote Control app, with the user's own account");

    Activation first = app.remoteControl().activate().execute();
    Activation again = app.remoteControl().activate().execute();

    narrator.expect(
        first.firstActivation() && !again.firstActivation(),
        "the first use activates the user, the second changes nothing");
    User user = founder.users().get(USER_AS_TYPED).execute();
    narrator.expect(state(user).equals(ListState.ACTIVE), "on the Remote Control list: Active");
  }

  private void addAdministrator(CloudServiceClient founder, CloudServiceClient second) {
    narrator.step("Add an administrator: " + SECOND);

    AddedAdministrator added = founder.administrators().add(SECOND).execute();

    narrator.expect(
        added.administrator().state().equals(AdministratorState.INVITED),
        "the administrator is invited");
    narrator.expectRejection(
        ProblemCode.SIGN_IN_REQUIRED,
        "an invited administrator lists users",
        () -> second.users().list().page().execute());
    SignedIn signedIn = second.session().signIn().execute();
    Administrator now = founder.administrators().get(SECOND).execute();
    narrator.expect(
        signedIn.firstSignIn() && now.state().equals(AdministratorState.ACTIVE),
        "after the first sign-in the administrator is active");
    narrator.say("Administrators join the Dashboard and Remote Match lists:");
    new Tour(second, narrator).users();
  }

  private void movePrinter(CloudServiceClient founder, CloudServiceClient neighbour) {
    narrator.step("The administrator of another site asks for the same printer");
    narrator.expectRejection(
        ProblemCode.PRINTER_REGISTERED_ELSEWHERE,
        NEIGHBOUR + " registers it",
        () -> neighbour.printers().register(press, "Our press").execute());

    RegisteredPrinter moved =
        neighbour.printers().register(press, "Our press").transferFromOtherSite().execute();

    narrator.expect(
        moved.result().equals(RegistrationResult.TRANSFERRED),
        "with an explicit confirmation, it is transferred");
    boolean transferred = founder.printers().find(press.serialNumber()).execute().isEmpty();
    narrator.expect(transferred, "the first site no longer has it");
  }

  private void keepOneAdministrator(CloudServiceClient founder) {
    narrator.step("At least one administrator must remain");
    founder.administrators().remove(SECOND).execute();
    new Tour(founder, narrator).administrators();
    narrator.expectRejection(
        ProblemCode.LAST_ADMINISTRATOR,
        "the last one is removed",
        () -> founder.administrators().remove(FOUNDER).execute());
  }

  private void removeUser(CloudServiceClient founder) {
    narrator.step("Remove the user from one list, then from every list");

    RemovedUser fromOne = founder.users().remove(USER_CANONICAL).from(REMOTE_MATCH).execute();
    RemovedUser fromAll = founder.users().remove(USER_CANONICAL).fromEveryList().execute();

    narrator.expect(
        !fromOne.gone() && fromOne.user().stateOn(REMOTE_MATCH).isEmpty(),
        "removed from the Remote Match list, still on the others");
    narrator.expect(fromAll.gone(), "removed from every list, so another site can add the user");
    new Tour(founder, narrator).users();
  }

  private void logOut(CloudServiceClient founder) {
    narrator.step("Log out");
    founder.session().signOut().execute();
    narrator.say(
        "This ends the session with the service only: the Microsoft or Google account may");
    narrator.say("stay signed in in the browser (D31).");
    narrator.expectRejection(
        ProblemCode.SESSION_ENDED,
        "the same token is used again",
        () -> founder.site().get().execute());
  }

  private static ListState state(User user) {
    return user.stateOn(REMOTE_CONTROL).orElse(ListState.of("none"));
  }
}
