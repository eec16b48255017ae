package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import java.util.Collections;
import java.util.List;

/** Reads the JSON of printers. */
final class PrinterJson {
  private PrinterJson() {}

  static Printer printer(JsonObject json) {
    return new Printer(
        json.string("id"),
        json.string("series"),
        json.string("serialNumber"),
        json.string("displayName"),
        json.instant("registeredAt"),
        json.optionalInstant("lastDataAt"),
        json.objects("licences", PrinterJson::licence),
        json.flag("allRequiredLicencesAvailable"),
        applications(json),
        json.optionalString("softwareVersion"));
  }

  static RegisteredPrinter registeredPrinter(JsonObject json) {
    return new RegisteredPrinter(
        json.object("printer", PrinterJson::printer),
        RegistrationResult.of(json.string("result")),
        json.optionalObject("foundedSite", SiteJson::site));
  }

  static RemovedPrinter removedPrinter(JsonObject json) {
    return new RemovedPrinter(json.object("printer", PrinterJson::printer));
  }

  private static List<PrinterApplication> applications(JsonObject json) {
    List<PrinterApplication> applications =
        json.optionalObjects(
            "applications",
            entry ->
                new PrinterApplication(
                    Application.of(entry.string("id")),
                    entry.flag("enabled"),
                    LicenceState.of(entry.string("licensed"))));
    return applications == null ? Collections.emptyList() : applications;
  }

  private static Licence licence(JsonObject json) {
    return new Licence(Application.of(json.string("application")), json.flag("available"));
  }
}
