package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.wire.PathTemplate;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;

/** One method and path of an identity provider, and its handler. */
public record Route(IdentityEndpoint endpoint, String method, PathTemplate path, WebHandler handler)
    implements RouteTable.Entry {

  public static Route get(IdentityEndpoint endpoint, String path, WebHandler handler) {
    return new Route(endpoint, "GET", new PathTemplate(path), handler);
  }

  public static Route post(IdentityEndpoint endpoint, String path, WebHandler handler) {
    return new Route(endpoint, "POST", new PathTemplate(path), handler);
  }
}
