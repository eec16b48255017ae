package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.PathTemplate;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;

/**
 * One operation of the contract.
 *
 * @param name its operation id
 * @param changes whether it changes state and so requires an idempotency key
 * @param worksAfterLogOut whether a token of an ended session is still accepted
 */
public record Operation(
    String name,
    String method,
    PathTemplate path,
    boolean changes,
    boolean worksAfterLogOut,
    OperationHandler handler)
    implements RouteTable.Entry {

  public static Operation read(String name, String method, String path, OperationHandler handler) {
    return new Operation(name, method, new PathTemplate(path), false, false, handler);
  }

  public static Operation change(
      String name, String method, String path, OperationHandler handler) {
    return new Operation(name, method, new PathTemplate(path), true, false, handler);
  }

  public Operation evenAfterLogOut() {
    return new Operation(name, method, path, changes, true, handler);
  }
}
