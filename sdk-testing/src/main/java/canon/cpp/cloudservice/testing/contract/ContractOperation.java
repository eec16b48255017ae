package canon.cpp.cloudservice.testing.contract;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The operations of the contract, each with a request that refers to nothing that exists, so that
 * it is harmless at any endpoint.
 */
enum ContractOperation {
  SIGN_IN("signIn", "POST", "/v1/session", false),
  GET_SESSION("getSession", "GET", "/v1/session", false),
  SIGN_OUT("signOut", "DELETE", "/v1/session", false),
  GET_SITE("getSite", "GET", "/v1/site", true),
  LIST_USERS("listUsers", "GET", "/v1/users", true),
  ADD_USER("addUser", "POST", "/v1/users", true),
  GET_USER("getUser", "GET", "/v1/users/usr_contract-kit", true),
  REMOVE_USER("removeUser", "POST", "/v1/users/usr_contract-kit/removals", true),
  REMOVE_USER_FROM_EVERY_LIST(
      "removeUserFromEveryList", "DELETE", "/v1/users/usr_contract-kit", true),
  RESOLVE_ADDRESSES("resolveAddresses", "POST", "/v1/address-resolutions", true),
  LIST_ADMINISTRATORS("listAdministrators", "GET", "/v1/administrators", true),
  ADD_ADMINISTRATOR("addAdministrator", "POST", "/v1/administrators", true),
  GET_ADMINISTRATOR("getAdministrator", "GET", "/v1/administrators/adm_contract-kit", true),
  REMOVE_ADMINISTRATOR(
      "removeAdministrator", "DELETE", "/v1/administrators/adm_contract-kit", true),
  LIST_PRINTERS("listPrinters", "GET", "/v1/printers", true),
  REGISTER_PRINTER("registerPrinter", "POST", "/v1/printers", true),
  GET_PRINTER("getPrinter", "GET", "/v1/printers/prn_contract-kit", true),
  REMOVE_PRINTER("removePrinter", "DELETE", "/v1/printers/prn_contract-kit", true),
  ACTIVATE_REMOTE_CONTROL("activateRemoteControl", "POST", "/v1/remote-control/activation", false);

  private final String id;
  private final String method;
  private final String target;
  private final boolean forAdministrators;

  ContractOperation(String id, String method, String target, boolean forAdministrators) {
    this.id = id;
    this.method = method;
    this.target = target;
    this.forAdministrators = forAdministrators;
  }

  static Stream<ContractOperation> all(Predicate<ContractOperation> which) {
    return Arrays.stream(values()).filter(which);
  }

  String id() {
    return id;
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  boolean isForAdministrators() {
    return forAdministrators;
  }

  boolean isChange() {
    return !method.equals("GET") && this != RESOLVE_ADDRESSES;
  }

  boolean isList() {
    return id.startsWith("list");
  }

  /** Whether a condition on the etag of a member is allowed. */
  boolean isRemovalOfMember() {
    return this == REMOVE_USER
        || this == REMOVE_USER_FROM_EVERY_LIST
        || this == REMOVE_ADMINISTRATOR;
  }

  /** Whether the path names one user, administrator or printer. */
  boolean isAboutOne() {
    return target.contains("contract-kit");
  }
}
