package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.contract.Contract.Place;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the contract is valid according to the contract's schemas. */
class ContractExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Contract CONTRACT = Contract.load();

  static Stream<Place> operations() {
    return CONTRACT.operations().stream();
  }

  @Test
  void theContractIsParsedWithoutWarnings() {
    assertThat(CONTRACT.parserMessages()).isEmpty();
    assertThat(CONTRACT.operations()).hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void examplesOfRequestsAreValid(Place place) {
    if (place.operation().getRequestBody() == null) {
      return;
    }
    for (String example : examples(place.operation().getRequestBody().getContent())) {
      SimpleRequest request =
          new SimpleRequest.Builder(place.method().name(), concrete(place.path()))
              .withHeader("Authorization", "Bearer token")
              .withHeader("Idempotency-Key", "key-1")
              .withContentType("application/json")
              .withBody(example)
              .build();
      assertThat(CONTRACT.errorsIn(request)).as(example).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyResponseHasValidExamples(Place place) {
    place
        .operation()
        .getResponses()
        .forEach(
            (status, declared) -> {
              ApiResponse answer = resolve(declared);
              for (Map.Entry<String, MediaType> content : answer.getContent().entrySet()) {
                List<String> examples = examples(answer.getContent());
                assertThat(examples).as("%s %s has examples", place, status).isNotEmpty();
                examples.forEach(example -> checkAnswer(place, status, content.getKey(), example));
              }
            });
  }

  private static void checkAnswer(Place place, String status, String mediaType, String example) {
    SimpleResponse.Builder response =
        new SimpleResponse.Builder(status.equals("default") ? 500 : Integer.parseInt(status))
            .withContentType(mediaType)
            .withHeader("X-Request-Id", "req-1")
            .withHeader("WWW-Authenticate", "Bearer")
            .withHeader("Retry-After", "1")
            .withBody(example);
    assertThat(
            CONTRACT.errorsIn(
                concrete(place.path()),
                Request.Method.valueOf(place.method().name()),
                response.build()))
        .as("%s %s %s", place, status, example)
        .isEmpty();
  }

  private static List<String> examples(Content content) {
    List<String> all = new ArrayList<>();
    for (MediaType media : content.values()) {
      if (media.getExample() != null) {
        all.add(toJson(media.getExample()));
      }
      if (media.getExamples() != null) {
        media
            .getExamples()
            .values()
            .forEach(example -> all.add(toJson(resolve(example).getValue())));
      }
    }
    return all;
  }

  private static ApiResponse resolve(ApiResponse answer) {
    return answer.get$ref() == null
        ? answer
        : CONTRACT.document().getComponents().getResponses().get(name(answer.get$ref()));
  }

  private static Example resolve(Example example) {
    return example.get$ref() == null
        ? example
        : CONTRACT.document().getComponents().getExamples().get(name(example.get$ref()));
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static String concrete(String path) {
    return path.replaceAll("\\{[^}]*}", "key");
  }

  private static String toJson(Object value) {
    try {
      return value instanceof String text ? text : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
