package canon.cpp.cloudservice;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * An application of the cloud service. The set is open: the service may know applications that this
 * version of the library does not know.
 *
 * <pre>{@code
 * client.users().remove("john@contoso.com").from(Application.REMOTE_MATCH, Application.DASHBOARD);
 * }</pre>
 *
 * <p>Applications have been renamed over the years. The wire therefore uses stable ids; names are
 * for display only.
 */
public final class Application extends OpenValue {
  /** PRISMAlytics Dashboard. */
  public static final Application DASHBOARD = new Application("prismalytics-dashboard", true);

  /** PRISMAsync Remote Match. */
  public static final Application REMOTE_MATCH = new Application("remote-match", true);

  /** PRISMAsync Remote Control, the mobile app. */
  public static final Application REMOTE_CONTROL = new Application("remote-control", true);

  private static final OpenSet<Application> KNOWN =
      new OpenSet<>(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);

  private Application(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the stable id on the wire, such as {@code remote-match}
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static Application of(String id) {
    Application constant = KNOWN.find(id);
    return constant == null ? new Application(id, false) : constant;
  }

  /**
   * Returns the name to display.
   *
   * @return the name in the vendor's guides, or the id of an unknown application
   */
  public String displayName() {
    return switch (id()) {
      case "prismalytics-dashboard" -> "PRISMAlytics Dashboard";
      case "remote-match" -> "PRISMAsync Remote Match";
      case "remote-control" -> "PRISMAsync Remote Control";
      default -> id();
    };
  }
}
