package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.RejectedException;
import jakarta.servlet.http.HttpServletResponse;

/** What a failed call means for the response of this program. */
public final class Failures {
  /** The claims that the next sign-in must satisfy, in the HTTP session. */
  public static final String CLAIMS = "claims";

  private Failures() {}

  static int status(RuntimeException failure) {
    if (failure instanceof IllegalArgumentException) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    if (!(failure instanceof CloudServiceException e)) {
      return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
    if (e instanceof InvalidRequestException) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    if (e instanceof PermissionDeniedException) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (e instanceof RejectedException) {
      return HttpServletResponse.SC_CONFLICT;
    }
    return e.isTransient() || e instanceof AuthenticationException
        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
        : HttpServletResponse.SC_BAD_GATEWAY;
  }
}
