package canon.cpp.cloudservice.examples.settingseditor;

import canon.cpp.cloudservice.examples.settingseditor.account.CallbackServlet;
import canon.cpp.cloudservice.examples.settingseditor.account.LogOutServlet;
import canon.cpp.cloudservice.examples.settingseditor.account.OverviewServlet;
import canon.cpp.cloudservice.examples.settingseditor.account.SignInServlet;
import canon.cpp.cloudservice.examples.settingseditor.connection.ConnectionTestServlet;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkServlet;
import canon.cpp.cloudservice.examples.settingseditor.members.AddMemberServlet;
import canon.cpp.cloudservice.examples.settingseditor.members.MembersServlet;
import canon.cpp.cloudservice.examples.settingseditor.members.RemoveMemberServlet;
import canon.cpp.cloudservice.examples.settingseditor.printer.PrinterHost;
import canon.cpp.cloudservice.examples.settingseditor.printer.ReadinessServlet;
import canon.cpp.cloudservice.examples.settingseditor.printer.RegistrationServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.CsrfFilter;
import canon.cpp.cloudservice.examples.settingseditor.web.OtherPathsServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.Pages;
import canon.cpp.cloudservice.examples.settingseditor.web.PrinterRightsFilter;
import canon.cpp.cloudservice.examples.settingseditor.web.SecurityHeadersFilter;
import canon.cpp.cloudservice.examples.settingseditor.web.SettleServlet;
import canon.cpp.cloudservice.examples.settingseditor.web.StyleServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The web server with its pages. It uses HTTP without TLS on the loopback interface: the printer's
 * web server in front of it terminates TLS and signs the local user in.
 */
public final class SettingsEditor implements AutoCloseable {
  private static final int MAX_THREADS = 16;
  private static final int SESSION_SECONDS = 15 * 60;
  private static final int MAX_FORM_BYTES = 64 * 1024;

  private final Server server;
  private final ServerConnector connector;
  private final Connections connections;

  private SettingsEditor(Server server, ServerConnector connector, Connections connections) {
    this.server = server;
    this.connector = connector;
    this.connections = connections;
  }

  /**
   * Starts the server.
   *
   * @param connections closed with the server
   */
  public static SettingsEditor start(
      EditorConfig config, PrinterHost printer, Connections connections) throws Exception {
    Server server = new Server(new QueuedThreadPool(MAX_THREADS, 4));
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(config.port());
    server.addConnector(connector);
    server.setHandler(pages(config, printer, connections));
    server.start();
    return new SettingsEditor(server, connector, connections);
  }

  /** The port on which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop(); // Ends the HTTP sessions, which closes their token providers.
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop.", e);
    } finally {
      connections.close();
    }
  }

  private static ServletContextHandler pages(
      EditorConfig config, PrinterHost printer, Connections connections) {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/");
    context.setMaxFormContentSize(MAX_FORM_BYTES);
    protect(context.getSessionHandler(), config.isHttps());
    filter(context, new SecurityHeadersFilter());
    filter(context, new PrinterRightsFilter(printer));
    filter(context, new CsrfFilter());

    Pages pages = new Pages(connections);
    add(context, "/cloud", new OverviewServlet(pages));
    add(context, "/cloud/sign-in", new SignInServlet(pages, config.callback()));
    add(context, EditorConfig.CALLBACK_PATH, new CallbackServlet(pages));
    add(context, "/cloud/log-out", new LogOutServlet(pages));
    add(context, "/cloud/network", new NetworkServlet(pages));
    add(context, "/cloud/network/test", new ConnectionTestServlet(pages));
    add(context, "/cloud/printer", new RegistrationServlet(pages, printer));
    add(context, "/cloud/readiness", new ReadinessServlet(pages, printer));
    add(context, "/cloud/members", new MembersServlet(pages));
    add(context, "/cloud/members/add", new AddMemberServlet(pages));
    add(context, "/cloud/members/remove", new RemoveMemberServlet(pages));
    add(context, "/cloud/settle", new SettleServlet(pages));
    add(context, "/cloud/style.css", new StyleServlet());
    add(context, "/", new OtherPathsServlet(pages));
    return context;
  }

  /**
   * {@code Lax}, because the browser returns from the identity provider by a link of another site,
   * with which a strict cookie is not sent.
   */
  private static void protect(SessionHandler sessions, boolean https) {
    sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
    sessions.setSessionCookie(https ? "__Host-settings-editor" : "settings-editor");
    sessions.setSessionPath("/");
    sessions.setHttpOnly(true);
    sessions.setSecureCookies(https);
    sessions.setSameSite(SameSite.LAX);
  }

  private static void filter(ServletContextHandler context, Filter filter) {
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  private static void add(ServletContextHandler context, String path, HttpServlet servlet) {
    context.addServlet(new ServletHolder(servlet), path);
  }
}
