package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.PathTemplate;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;

/**
 * One operation that controls the fake.
 *
 * @param name its operation id in {@code docs/api/fake-admin.yaml}
 * @param maxBodyBytes the largest body that it reads
 */
record AdminOperation(
    String name, String method, PathTemplate path, int maxBodyBytes, AdminHandler handler)
    implements RouteTable.Entry {

  /** Returns the path is what follows {@code /_fake}. */
  static AdminOperation of(String name, String method, String path, AdminHandler handler) {
    PathTemplate template = new PathTemplate(AdminApi.ROOT + path);
    return new AdminOperation(name, method, template, Limits.BODY_BYTES, handler);
  }

  AdminOperation reading(int bytes) {
    return new AdminOperation(name, method, path, bytes, handler);
  }
}
