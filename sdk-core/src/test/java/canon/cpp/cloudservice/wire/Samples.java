package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.membership.ListState.ACTIVE;
import static canon.cpp.cloudservice.membership.ListState.INVITED;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.site.Site;
import java.time.Instant;
import java.util.List;

/** The same values as JSON and as objects. */
final class Samples {
  private Samples() {}

  static final String JOHN_JSON =
      """
      {"id":"usr_8h2d6q","email":"John.Doe@gmail.com","canonicalEmail":"johndoe@gmail.com",
       "administrator":"none",
       "applications":[{"id":"prismalytics-dashboard","state":"active"},
         {"id":"remote-match","state":"active"},{"id":"remote-control","state":"invited"}],
       "addedAt":"2025-03-04T09:30:00Z"}""";

  static final User JOHN =
      new User(
          "usr_8h2d6q",
          "John.Doe@gmail.com",
          "johndoe@gmail.com",
          AdministratorState.NONE,
          List.of(
              new ApplicationEntry(DASHBOARD, ACTIVE),
              new ApplicationEntry(REMOTE_MATCH, ACTIVE),
              new ApplicationEntry(REMOTE_CONTROL, INVITED)),
          Instant.parse("2025-03-04T09:30:00Z"));

  static final String BOSS_JSON =
      """
      {"id":"adm_2b6f8j","email":"Boss@contoso.com","canonicalEmail":"boss@contoso.com",
       "state":"active","addedAt":"2025-03-03T08:15:00Z",
       "firstSignInAt":"2025-03-03T09:00:00.250Z","etag":"\\"m4Xw0q\\""}""";

  static final Administrator BOSS =
      new Administrator(
          "adm_2b6f8j",
          "Boss@contoso.com",
          "boss@contoso.com",
          AdministratorState.ACTIVE,
          Instant.parse("2025-03-03T08:15:00Z"),
          Instant.parse("2025-03-03T09:00:00.250Z"),
          "\"m4Xw0q\"");

  static final String INVITED_JSON =
      """
      {"id":"adm_9p4s7x","email":"second@contoso.com","canonicalEmail":"second@contoso.com",
       "state":"invited","addedAt":"2025-03-05T14:00:00Z"}""";

  static final Administrator INVITED_ADMINISTRATOR =
      new Administrator(
          "adm_9p4s7x",
          "second@contoso.com",
          "second@contoso.com",
          AdministratorState.INVITED,
          Instant.parse("2025-03-05T14:00:00Z"),
          null);

  static final String PRINTER_JSON =
      """
      {"id":"prn_6t3v9z","series":"varioPRINT 140","serialNumber":"VP-1001",
       "displayName":"Press 1","registeredAt":"2025-03-03T08:15:00Z",
       "lastDataAt":"2025-03-06T06:45:12.500Z",
       "licences":[{"application":"prismalytics-dashboard","available":true},
         {"application":"remote-match","available":false}],
       "allRequiredLicencesAvailable":false,
       "applications":[{"id":"prismalytics-dashboard","enabled":true,"licensed":"present"},
         {"id":"remote-match","enabled":false,"licensed":"missing"},
         {"id":"remote-control","enabled":true,"licensed":"not-required"},
         {"id":"new","enabled":true,"licensed":"on-loan"}],
       "softwareVersion":"8.1.3"}""";

  static final Printer PRINTER =
      new Printer(
          "prn_6t3v9z",
          "varioPRINT 140",
          "VP-1001",
          "Press 1",
          Instant.parse("2025-03-03T08:15:00Z"),
          Instant.parse("2025-03-06T06:45:12.500Z"),
          List.of(new Licence(DASHBOARD, true), new Licence(REMOTE_MATCH, false)),
          false,
          List.of(
              new PrinterApplication(DASHBOARD, true, LicenceState.PRESENT),
              new PrinterApplication(REMOTE_MATCH, false, LicenceState.MISSING),
              new PrinterApplication(REMOTE_CONTROL, true, LicenceState.NOT_REQUIRED),
              new PrinterApplication(Application.of("new"), true, LicenceState.of("on-loan"))),
          "8.1.3");

  static final String SITE_JSON = "{\"id\":\"sit_3f9k2m\",\"createdAt\":\"2025-03-03T08:15:00Z\"}";

  static final Site SITE = new Site("sit_3f9k2m", Instant.parse("2025-03-03T08:15:00Z"));

  static final String PROOF = "proof-5d1e8b";

  static final PrinterIdentity IDENTITY = PrinterIdentity.of("varioPRINT 140", "VP-1001", PROOF);
}
