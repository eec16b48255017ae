package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.session.IdentityProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeAccountTest {

  @ParameterizedTest
  @CsvSource({
    "john@gmail.com, google",
    "John@GoogleMail.com, google",
    "john@contoso.com, microsoft",
    "john@mail.gmail.com, microsoft"
  })
  void theProviderFollowsFromTheAddress(String email, String provider) {
    assertThat(FakeAccount.of(email).provider()).isEqualTo(IdentityProvider.of(provider));
    assertThat(FakeAccount.of(email).isEmailVerified()).isTrue();
  }

  @Test
  void isTheSameForEverySpellingOfTheAddress() {
    assertThat(FakeAccount.of("John.Doe@gmail.com").subject())
        .isEqualTo(FakeAccount.of("johndoe@GMAIL.com").subject());
  }

  @Test
  void differsByProvider() {
    assertThat(FakeAccount.google("john@contoso.com").subject())
        .isNotEqualTo(FakeAccount.microsoft("john@contoso.com").subject());
  }

  @Test
  void keepsItsSubjectWhenTheAddressChanges() {
    FakeAccount before = FakeAccount.of("jane.roe@contoso.com");
    FakeAccount after = before.withEmail("jane.doe@contoso.com");

    assertThat(after.subject()).isEqualTo(before.subject());
    assertThat(after.canonicalEmail()).contains("jane.doe@contoso.com");
  }

  @Test
  void anApplicationHasNoAddress() {
    FakeAccount job = FakeAccount.applicationPrincipal("nightly-job");

    assertThat(job.email()).isEmpty();
    assertThat(job.provider()).isEqualTo(IdentityProvider.MICROSOFT);
  }

  @Test
  void anUnknownProviderIsRejected() {
    assertThatThrownBy(() -> FakeAccount.withoutEmail(IdentityProvider.of("okta"), "1234"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("okta");
  }

  @Test
  void anInvalidAddressIsRejected() {
    assertThatThrownBy(() -> FakeAccount.of("nightly-job"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
