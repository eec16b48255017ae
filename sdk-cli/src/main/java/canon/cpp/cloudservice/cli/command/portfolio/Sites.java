package canon.cpp.cloudservice.cli.command.portfolio;

import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.exit.CommandException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Connections to sites of the configuration file. Nothing is sent before they are used. */
final class Sites implements AutoCloseable {
  private final List<Connection> connections = new ArrayList<>();
  private final List<PortfolioEntry> entries = new ArrayList<>();

  private Sites() {}

  /**
   * Returns the names of the sites that are meant: those that the user names, or all.
   *
   * @throws CommandException if there is none, or one is not in the configuration file
   */
  static Set<String> names(Context context, Collection<String> wanted) {
    Set<String> all = context.sites();
    if (all.isEmpty()) {
      throw CommandException.usage(
          "The configuration file has no section. Add one for each site, such as [bedford].");
    }
    for (String name : wanted) {
      if (!all.contains(name)) {
        throw CommandException.usage("The configuration file has no section [" + name + "].");
      }
    }
    return wanted.isEmpty() ? all : new LinkedHashSet<>(wanted);
  }

  /**
   * Prepares the connections.
   *
   * @throws CommandException if a section has no {@code site-id}
   */
  static Sites open(Context context, Collection<String> names) {
    Sites sites = new Sites();
    try {
      for (String name : names) {
        sites.add(name, context.forSite(name));
      }
      return sites;
    } catch (RuntimeException e) {
      sites.close();
      throw e;
    }
  }

  private void add(String name, Context context) {
    String siteId = context.settings().require(Setting.SITE_ID);
    Connection connection = Connection.open(context, context.signIn()::create);
    connections.add(connection);
    entries.add(connection.entry(name, siteId));
  }

  List<PortfolioEntry> entries() {
    return entries;
  }

  @Override
  public void close() {
    connections.forEach(Connection::close);
  }
}
