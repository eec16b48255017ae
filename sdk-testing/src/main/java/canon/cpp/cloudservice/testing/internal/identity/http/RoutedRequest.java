package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;

/** A request and the endpoint for which it is. */
public record RoutedRequest(IdentityEndpoint endpoint, WebRequest request) {}
