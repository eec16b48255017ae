package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * An application of the cloud service. An open set: the service may know more than this version.
 *
 * <pre>{@code
 * client.users().remove("john@contoso.com").from(Application.REMOTE_MATCH, Application.DASHBOARD);
 * }</pre>
 *
 * <p>Names have changed over the years, so the wire has stable ids and names are for display only.
 *
 * @param id the stable id on the wire, such as {@code remote-match}
 */
public record Application(String id) {
  /** PRISMAlytics Dashboard. */
  public static final Application DASHBOARD = new Application("prismalytics-dashboard");

  /** PRISMAsync Remote Match. */
  public static final Application REMOTE_MATCH = new Application("remote-match");

  /** PRISMAsync Remote Control, the mobile app. */
  public static final Application REMOTE_CONTROL = new Application("remote-control");

  private static final OpenSet<Application> KNOWN =
      new OpenSet<>(Application::id, Application::new, DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);

  /**
   * Creates the value.
   *
   * @param id the stable id on the wire, such as {@code remote-match}
   * @throws NullPointerException if something is missing that may not be null
   */
  public Application {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the stable id on the wire, such as {@code remote-match}
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static Application of(String id) {
    return KNOWN.valueOf(requireNonNull(id, "id"));
  }

  /**
   * Whether this version of the library knows the value.
   *
   * @return false for a value that the service has learnt since
   */
  public boolean isKnown() {
    return KNOWN.contains(id);
  }

  /**
   * The name to show to a person.
   *
   * @return the name in the vendor's guides, or the id of an application that is not known
   */
  public String displayName() {
    return switch (id) {
      case "prismalytics-dashboard" -> "PRISMAlytics Dashboard";
      case "remote-match" -> "PRISMAsync Remote Match";
      case "remote-control" -> "PRISMAsync Remote Control";
      default -> id;
    };
  }

  /** Shows the id. */
  @Override
  public String toString() {
    return id;
  }
}
