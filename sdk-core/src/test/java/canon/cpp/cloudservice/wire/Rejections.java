package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CloudServiceException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Calls that fail, and the data that their failures must not show. */
final class Rejections {
  static final String EMAIL = "John.Doe@gmail.com";
  static final String DETAIL = "detail-of-the-server";

  private Rejections() {}

  /** A problem that contains everything that must not be quoted. */
  static String problem(int status, String code) {
    return """
        {"type":"urn:prismasync-cloud-service:problem:%2$s","title":"A title","status":%1$d,
         "detail":"%3$s","code":"%2$s"}"""
        .formatted(status, code, DETAIL);
  }

  /** Adds a user; the call fails. */
  static CloudServiceException failureOf(WireService service) {
    CloudServiceException failure =
        failureOf(service.client().users().add(EMAIL).idempotencyKey("key-1"));
    assertThat(failure).hasMessageContaining("addUser (POST /v1/users)");
    assertThat(failure.idempotencyKey()).hasValue("key-1");
    return failure;
  }

  static CloudServiceException failureOf(Call<?> call) {
    CloudServiceException failure =
        catchThrowableOfType(CloudServiceException.class, () -> call.execute());
    assertThat(failure).isNotNull();
    assertHidesSecrets(failure);
    return failure;
  }

  /** Returns the failure as a log would show it, causes included. */
  static void assertHidesSecrets(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    assertThat(text.toString())
        .doesNotContainIgnoringCase("john")
        .doesNotContain(WireService.TOKEN)
        .doesNotContain(Samples.PROOF)
        .doesNotContain(DETAIL);
  }
}
