package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import canon.cpp.cloudservice.testing.internal.store.RegisteredPrinter;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Writes printers. */
final class PrinterJson {
  /** The applications that need a licence (D24); none is named for Remote Control. */
  private static final List<ApplicationList> LICENSED =
      List.of(ApplicationList.DASHBOARD, ApplicationList.REMOTE_MATCH);

  private PrinterJson() {}

  static ObjectNode printer(RegisteredPrinter printer, PrinterStore printers) {
    Set<ApplicationList> licences = printers.licences(printer.serialNumber());
    PrinterSettings settings = printers.settings(printer.serialNumber());
    ObjectNode json = Json.object();
    json.put("id", printer.id())
        .put("series", printer.series())
        .put("serialNumber", printer.serialNumber())
        .put("displayName", printer.displayName())
        .put("registeredAt", printer.registeredAt().toString());
    if (printer.lastDataAt() != null) {
      json.put("lastDataAt", printer.lastDataAt().toString());
    }
    ArrayNode list = json.putArray("licences");
    LICENSED.forEach(
        application ->
            list.addObject()
                .put("application", application.id())
                .put("available", licences.contains(application)));
    json.put("allRequiredLicencesAvailable", licences.containsAll(LICENSED));
    ArrayNode applications = json.putArray("applications");
    for (ApplicationList application : ApplicationList.values()) {
      applications
          .addObject()
          .put("id", application.id())
          .put("enabled", settings.enabled().contains(application))
          .put("licensed", licensed(application, licences));
    }
    if (settings.softwareVersion() != null) {
      json.put("softwareVersion", settings.softwareVersion());
    }
    return json;
  }

  private static String licensed(ApplicationList application, Set<ApplicationList> licences) {
    if (!LICENSED.contains(application)) {
      return "not-required";
    }
    return licences.contains(application) ? "present" : "missing";
  }
}
