package canon.cpp.cloudservice.testing.internal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the language of the machine")
class AddressLanguageTest {

  @Test
  void theCanonicalAddressDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Address.parse("IRIS@CONTOSO.COM").canonical()).isEqualTo("iris@contoso.com");
    } finally {
      Locale.setDefault(before);
    }
  }
}
