package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
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
        AdminOperation.of("setPrinterSettings", "PUT", ONE + "/settings", this::setSettings),
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
    Set<ApplicationList> applications = request.read(body -> applications(body, "applications"));
    String serialNumber = serialNumber(request);
    parts.atomically(() -> parts.store().printers().setLicences(serialNumber, applications));
    ObjectNode json = Json.object().put("serialNumber", serialNumber);
    ArrayNode list = json.putArray("applications");
    applications.forEach(application -> list.add(application.id()));
    return json;
  }

  private ObjectNode setSettings(AdminRequest request) {
    PrinterSettings settings =
        request.read(
            body ->
                new PrinterSettings(
                    applications(body, "enabled"),
                    body.optionalText("softwareVersion").orElse(null)));
    String serialNumber = serialNumber(request);
    parts.atomically(() -> parts.store().printers().setSettings(serialNumber, settings));
    ObjectNode json = Json.object().put("serialNumber", serialNumber);
    ArrayNode list = json.putArray("enabled");
    settings.enabled().stream().sorted().forEach(application -> list.add(application.id()));
    if (settings.softwareVersion() != null) {
      json.put("softwareVersion", settings.softwareVersion());
    }
    return json;
  }

  private static Set<ApplicationList> applications(JsonPart body, String field) {
    Set<ApplicationList> applications = EnumSet.noneOf(ApplicationList.class);
    if (!body.has(field)) {
      throw body.wrong(field, "is missing; an empty list is valid");
    }
    for (String id : body.texts(field)) {
      applications.add(
          ApplicationList.of(id)
              .orElseThrow(() -> body.wrong(field, "names an unknown application: " + id)));
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
