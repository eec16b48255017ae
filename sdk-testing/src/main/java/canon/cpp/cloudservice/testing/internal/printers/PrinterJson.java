package canon.cpp.cloudservice.testing.internal.printers;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
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

  static ObjectNode printer(RegisteredPrinter printer, Set<ApplicationList> licences) {
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
    return json.put("allRequiredLicencesAvailable", licences.containsAll(LICENSED));
  }
}
