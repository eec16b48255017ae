package canon.cpp.cloudservice.internal.call;

/**
 * The operations of the contract. A new operation is added here first; tests that need a call of
 * each kind switch over this list, so the compiler names the places to extend.
 */
public enum OperationId {
  SIGN_IN("signIn", "POST", "/v1/session"),
  GET_SESSION("getSession", "GET", "/v1/session"),
  SIGN_OUT("signOut", "DELETE", "/v1/session"),
  GET_SITE("getSite", "GET", "/v1/site"),
  LIST_USERS("listUsers", "GET", "/v1/users"),
  ADD_USER("addUser", "POST", "/v1/users"),
  GET_USER("getUser", "GET", "/v1/users/{userKey}"),
  REMOVE_USER("removeUser", "POST", "/v1/users/{userKey}/removals"),
  REMOVE_USER_FROM_EVERY_LIST("removeUserFromEveryList", "DELETE", "/v1/users/{userKey}"),
  RESOLVE_ADDRESSES("resolveAddresses", "POST", "/v1/address-resolutions"),
  LIST_ADMINISTRATORS("listAdministrators", "GET", "/v1/administrators"),
  ADD_ADMINISTRATOR("addAdministrator", "POST", "/v1/administrators"),
  GET_ADMINISTRATOR("getAdministrator", "GET", "/v1/administrators/{administratorKey}"),
  REMOVE_ADMINISTRATOR("removeAdministrator", "DELETE", "/v1/administrators/{administratorKey}"),
  LIST_PRINTERS("listPrinters", "GET", "/v1/printers"),
  REGISTER_PRINTER("registerPrinter", "POST", "/v1/printers"),
  GET_PRINTER("getPrinter", "GET", "/v1/printers/{printerKey}"),
  REMOVE_PRINTER("removePrinter", "DELETE", "/v1/printers/{printerKey}"),
  ACTIVATE_REMOTE_CONTROL("activateRemoteControl", "POST", "/v1/remote-control/activation");

  private final String id;
  private final String method;
  private final String pathTemplate;
  private final String description;

  OperationId(String id, String method, String pathTemplate) {
    this.id = id;
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.description = method + " " + pathTemplate;
  }

  /** Returns the operationId of the contract. */
  public String id() {
    return id;
  }

  /** Returns the HTTP method. */
  public String method() {
    return method;
  }

  /** Returns the path with the names of its parameters, which contains no personal data. */
  public String pathTemplate() {
    return pathTemplate;
  }

  /** Returns method and path template, for messages and logs. */
  public String description() {
    return description;
  }

  /** Returns whether the operation changes state, and therefore carries an idempotency key. */
  public boolean isChange() {
    // Resolving is a read with a body: the addresses are too long for a query.
    return !method.equals("GET") && this != RESOLVE_ADDRESSES;
  }
}
