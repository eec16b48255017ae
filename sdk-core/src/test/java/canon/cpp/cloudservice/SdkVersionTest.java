package canon.cpp.cloudservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SdkVersionTest {
  @Test
  void classesOutsideAJarHaveNoVersion() {
    assertThat(SdkVersion.current()).isNull();
  }
}
