package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What printers and On Remote Server report to the service. */
final class PrinterAdmin {
  private static final String ONE = "/printers/{serialNumber}";

  private final FakeContext parts;

  PrinterAdmin(FakeContext parts) {
    this.parts = parts;
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("provePrinter", "POST", ONE + "/proof", this::prove),
        AdminOperation.of("setLicences", "PUT", ONE + "/licences", this::setLicences),
        AdminOperation.of("sendData", "POST", ONE + "/data", this::sendData));
  }

  private ObjectNode prove(AdminRequest request) {
    String series = request.read(body -> body.text("series"));
    String serialNumber = serialNumber(request);
    return Json.object()
        .put("series", series)
        .put("serialNumber", serialNumber)
        .put("printerProof", PrinterProofs.proofOf(series, serialNumber));
  }

  private ObjectNode setLicences(AdminRequest request) {
    Set<ApplicationList> applications = request.read(PrinterAdmin::applications);
    String serialNumber = serialNumber(request);
    parts.atomically(() -> parts.store().printers().setLicences(serialNumber, applications));
    ObjectNode json = Json.object().put("serialNumber", serialNumber);
    ArrayNode list = json.putArray("applications");
    applications.forEach(application -> list.add(application.id()));
    return json;
  }

  private static Set<ApplicationList> applications(JsonPart body) {
    Set<ApplicationList> applications = EnumSet.noneOf(ApplicationList.class);
    if (!body.has("applications")) {
      throw body.wrong("applications", "is missing; an empty list is valid");
    }
    for (String id : body.texts("applications")) {
      applications.add(
          ApplicationList.of(id)
              .orElseThrow(
                  () -> body.wrong("applications", "names an unknown application: " + id)));
    }
    return applications;
  }

  private ObjectNode sendData(AdminRequest request) {
    String serialNumber = serialNumber(request);
    return parts.atomically(
        () -> {
          if (parts.store().printers().withSerialNumber(serialNumber).isEmpty()) {
            throw AdminProblem.NOT_FOUND.rejection(
                "No printer with this serial number is registered; register one first.");
          }
          parts.store().printers().sendData(serialNumber, parts.clock().instant());
          return Json.object()
              .put("serialNumber", serialNumber)
              .put("lastDataAt", parts.clock().instant().toString());
        });
  }

  private static String serialNumber(AdminRequest request) {
    return request.part("serialNumber");
  }
}
