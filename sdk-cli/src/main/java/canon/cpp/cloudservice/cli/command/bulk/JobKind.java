package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import java.util.List;

/** What the rows of a job name. */
public enum JobKind {
  /** Users. */
  USERS("users"),
  /** Administrators. */
  ADMINISTRATORS("administrators"),
  /** Printers. */
  PRINTERS("printers");

  private final String plural;

  JobKind(String plural) {
    this.plural = plural;
  }

  /** Returns the word for several of them. */
  String plural() {
    return plural;
  }

  /** Returns the names that the column of the input may have. */
  public List<String> columns() {
    return this == PRINTERS
        ? List.of("serial_number", "serial", "serial number", "serialnumber")
        : List.of("email", "address", "e-mail", "mail");
  }

  /** Returns a job that adds them. */
  BulkJob add(Bulk bulk, Iterable<String> keys) {
    return switch (this) {
      case USERS -> bulk.addUsers(keys);
      case ADMINISTRATORS -> bulk.addAdministrators(keys);
      case PRINTERS -> throw new IllegalStateException("Printers register themselves (D20)");
    };
  }

  /** Returns a job that removes them. */
  BulkRemoval remove(Bulk bulk, Iterable<String> keys, List<Application> lists) {
    return switch (this) {
      case USERS -> lists.isEmpty() ? bulk.removeUsers(keys) : bulk.removeUsers(keys, lists);
      case ADMINISTRATORS -> bulk.removeAdministrators(keys);
      case PRINTERS -> bulk.removePrinters(keys);
    };
  }
}
