package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.internal.plan.Scopes;

/**
 * Which members a plan may remove if the desired set does not have them. A plan without a scope
 * removes nothing: everybody else is listed as unmanaged.
 *
 * <pre>{@code
 * Plans.with(client).usersOnAllLists(addresses).removing(RemovalScope.domain("contoso.com")).create();
 * }</pre>
 *
 * <p>The library implements this interface.
 */
public interface RemovalScope {

  /**
   * Returns a scope of what earlier plans have added. Members whom others have added, for instance
   * in the portal, stay.
   *
   * @param lastApplied the plan of the same kind and site that was applied last; it knows what the
   *     plans before it have added
   * @return the scope
   */
  static RemovalScope managedBy(MembershipPlan lastApplied) {
    return Scopes.managedBy(requireNonNull(lastApplied, "lastApplied"));
  }

  /**
   * Returns a scope of one application list. Members leave this list only.
   *
   * @param application the application of the list
   * @return the scope, for plans of users only
   */
  static RemovalScope list(Application application) {
    return Scopes.list(requireNonNull(application, "application"));
  }

  /**
   * Returns a scope of the addresses of one domain, subdomains not included.
   *
   * @param domain the domain, such as {@code contoso.com}; the service canonicalises it
   * @return the scope
   */
  static RemovalScope domain(String domain) {
    return Scopes.domain(requireNonNull(domain, "domain"));
  }

  /**
   * Returns a scope of all members.
   *
   * @return the scope
   */
  static RemovalScope wholeSite() {
    return Scopes.wholeSite();
  }

  /**
   * Returns the scope as plan files have it, such as {@code domain contoso.com}.
   *
   * @return the text
   */
  String description();
}
