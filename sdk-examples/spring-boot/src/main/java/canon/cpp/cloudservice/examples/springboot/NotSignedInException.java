package canon.cpp.cloudservice.examples.springboot;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The HTTP session has no administrator yet. */
@ResponseStatus(HttpStatus.UNAUTHORIZED)
public class NotSignedInException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
