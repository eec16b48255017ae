package canon.cpp.cloudservice.signin.internal.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftManagedIdentity;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftTenantApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftWorkloadIdentity;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host that signs in only with Google has no msal4j. */
class MsalLibraryTest {
  private static final List<Class<?>> PUBLIC =
      List.of(
          MicrosoftApp.class,
          MicrosoftTenantApp.class,
          MicrosoftCredential.class,
          MicrosoftManagedIdentity.class,
          MicrosoftWorkloadIdentity.class);

  @Test
  void theMissingDependencyIsNamed() {
    assertThatThrownBy(
            () ->
                MsalLibrary.require(
                    Map.of("absent.library", () -> Class.forName("absent.library.Type"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("missing here: absent.library. Add com.microsoft.azure:msal4j");
    MsalLibrary.require();
  }

  @Test
  void noPublicSignatureContainsItsTypes() {
    assertThat(PUBLIC)
        .flatExtracting(
            type ->
                Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()))
                    .map(Executable::toGenericString)
                    .toList())
        .isNotEmpty()
        .noneMatch(signature -> signature.contains("msal4j"));
  }
}
