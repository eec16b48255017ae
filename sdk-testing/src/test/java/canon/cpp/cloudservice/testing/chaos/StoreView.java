package canon.cpp.cloudservice.testing.chaos;

import static canon.cpp.cloudservice.membership.ListState.ACTIVE;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import java.util.HashSet;
import java.util.Set;

/** The state of a site, once it has been read. */
final class StoreView {
  private static final int PAGE = 1000;

  private final Set<String> users = new HashSet<>();
  private final Set<String> remoteControlUsers = new HashSet<>();
  private final Set<String> activeUsers = new HashSet<>();
  private final Set<String> administrators = new HashSet<>();
  private final Set<String> printers = new HashSet<>();

  void read(CloudServiceClient client) {
    for (User user : client.users().list().pageSize(PAGE)) {
      users.add(user.canonicalEmail());
    }
    for (User user : client.users().list().on(Application.REMOTE_CONTROL).pageSize(PAGE)) {
      remoteControlUsers.add(user.canonicalEmail());
    }
    var active = client.users().list().on(Application.REMOTE_CONTROL).remoteControl(ACTIVE);
    for (User user : active.pageSize(PAGE)) {
      activeUsers.add(user.canonicalEmail());
    }
    for (Administrator administrator : client.administrators().list().pageSize(PAGE)) {
      administrators.add(administrator.canonicalEmail());
    }
    for (Printer printer : client.printers().list().pageSize(PAGE)) {
      printers.add(printer.serialNumber());
    }
  }

  boolean hasUser(String address) {
    return users.contains(address);
  }

  boolean hasRemoteControlUser(String address) {
    return remoteControlUsers.contains(address);
  }

  boolean hasActiveUser(String address) {
    return activeUsers.contains(address);
  }

  boolean hasAdministrator(String address) {
    return administrators.contains(address);
  }

  boolean hasPrinter(String serialNumber) {
    return printers.contains(serialNumber);
  }
}
