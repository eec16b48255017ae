package canon.cpp.cloudservice.bulk.internal.snapshot;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The members and printers of a snapshot in JSON, with the names of the contract. */
final class SnapshotItems {
  private SnapshotItems() {}

  static void write(JsonGenerator json, User user) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", user.id());
    json.writeStringField("email", user.email());
    json.writeStringField("canonicalEmail", user.canonicalEmail());
    json.writeStringField("administrator", user.administrator().id());
    json.writeArrayFieldStart("applications");
    for (ApplicationEntry entry : user.applications()) {
      json.writeStartObject();
      json.writeStringField("id", entry.application().id());
      json.writeStringField("state", entry.state().id());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("addedAt", user.addedAt().toString());
    json.writeEndObject();
  }

  static User user(ItemFields item) throws IOException {
    return new User(
        item.text("id"),
        item.text("email"),
        item.text("canonicalEmail"),
        item.open("administrator", AdministratorState::of),
        item.list(
            "applications",
            entry ->
                new ApplicationEntry(
                    entry.open("id", Application::of), entry.open("state", ListState::of))),
        item.time("addedAt"));
  }

  static void write(JsonGenerator json, Administrator administrator) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", administrator.id());
    json.writeStringField("email", administrator.email());
    json.writeStringField("canonicalEmail", administrator.canonicalEmail());
    json.writeStringField("state", administrator.state().id());
    json.writeStringField("addedAt", administrator.addedAt().toString());
    write(json, "firstSignInAt", administrator.firstSignInAt());
    json.writeEndObject();
  }

  static Administrator administrator(ItemFields item) throws IOException {
    return new Administrator(
        item.text("id"),
        item.text("email"),
        item.text("canonicalEmail"),
        item.open("state", AdministratorState::of),
        item.time("addedAt"),
        item.optionalTime("firstSignInAt"));
  }

  static void write(JsonGenerator json, Printer printer) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", printer.id());
    json.writeStringField("series", printer.series());
    json.writeStringField("serialNumber", printer.serialNumber());
    json.writeStringField("displayName", printer.displayName());
    json.writeStringField("registeredAt", printer.registeredAt().toString());
    write(json, "lastDataAt", printer.lastDataAt());
    json.writeArrayFieldStart("licences");
    for (Licence licence : printer.licences()) {
      json.writeStartObject();
      json.writeStringField("application", licence.application().id());
      json.writeBooleanField("available", licence.available());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("allRequiredLicencesAvailable", printer.allRequiredLicencesAvailable());
    json.writeArrayFieldStart("applications");
    for (PrinterApplication application : printer.applications()) {
      json.writeStartObject();
      json.writeStringField("id", application.application().id());
      json.writeBooleanField("enabled", application.enabled());
      json.writeStringField("licensed", application.licensed().id());
      json.writeEndObject();
    }
    json.writeEndArray();
    String version = printer.softwareVersion();
    if (version != null) {
      json.writeStringField("softwareVersion", version);
    }
    json.writeEndObject();
  }

  static Printer printer(ItemFields item) throws IOException {
    return new Printer(
        item.text("id"),
        item.text("series"),
        item.text("serialNumber"),
        item.text("displayName"),
        item.time("registeredAt"),
        item.optionalTime("lastDataAt"),
        item.list(
            "licences",
            licence ->
                new Licence(
                    licence.open("application", Application::of), licence.flag("available"))),
        item.flag("allRequiredLicencesAvailable"),
        item.list(
            "applications",
            application ->
                new PrinterApplication(
                    application.open("id", Application::of),
                    application.flag("enabled"),
                    application.open("licensed", LicenceState::of))),
        item.optionalText("softwareVersion"));
  }

  private static void write(JsonGenerator json, String name, @Nullable Instant time)
      throws IOException {
    if (time != null) {
      json.writeStringField(name, time.toString());
    }
  }
}
