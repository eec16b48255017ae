package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeCloudServiceExtension.class)
class FakeCloudServiceExtensionTest {
  @Test
  void aContractCanBeLoaded() {
    var contract =
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {}
        """;

    assertThat(OpenApiInteractionValidator.createForInlineApiSpecification(contract).build())
        .isNotNull();
  }
}
