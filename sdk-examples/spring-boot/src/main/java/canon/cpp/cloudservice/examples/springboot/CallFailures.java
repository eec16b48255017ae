package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ErrorMessages;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes a problem document of each failed call. Messages contain neither tokens nor addresses. */
@RestControllerAdvice
class CallFailures {
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(CloudServiceException failure, Locale locale) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(failure), failure.getMessage());
    problem.setProperty("message", ErrorMessages.forUser(failure, locale));
    problem.setProperty("outcome", failure.outcome());
    if (failure instanceof RejectedException rejected) {
      problem.setProperty("code", rejected.code().id());
    }
    HttpHeaders headers = new HttpHeaders();
    failure
        .retryAfter()
        .ifPresent(delay -> headers.set("Retry-After", String.valueOf(delay.toSeconds() + 1)));
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  private static HttpStatus status(CloudServiceException failure) {
    if (failure instanceof AuthenticationException || failure instanceof UnauthenticatedException) {
      return HttpStatus.UNAUTHORIZED;
    }
    if (failure instanceof InvalidRequestException) {
      return HttpStatus.BAD_REQUEST;
    }
    if (failure instanceof RejectedException) {
      return HttpStatus.CONFLICT;
    }
    return failure.isTransient() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY;
  }
}
