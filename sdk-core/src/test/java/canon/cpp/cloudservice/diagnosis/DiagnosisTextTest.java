package canon.cpp.cloudservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
  private static final Instant AT = Instant.parse("2031-03-01T12:00:00Z");

  @Test
  void isALineForEachCheckWithWhatToDoAndTheCertificates() {
    var certificate =
        new PresentedCertificate("service.example", "Proxy CA (Contoso)", AT, AT, "AB:CD");

    var text =
        diagnosis(
                List.of(certificate),
                check(CheckKind.NAME_RESOLUTION, CheckState.OK, "it is at 192.0.2.1", ""),
                Check.skipped(CheckKind.PROXY, "no proxy is set", ""),
                check(CheckKind.TLS, CheckState.FAILED, "unknown authority", "Add it."),
                check(CheckKind.CLOCK, CheckState.WARNING, "5 min behind", "Set it."))
            .toText();

    assertThat(text)
        .isEqualTo(
            """
            Diagnosis of https://service.example at 2031-03-01T12:00:00Z
            by Editor/1.0 cloudservice-sdk-java/1.0
            Result: something is broken, 1 failed, 1 warning, 1 skipped

            ok       name resolution     12 ms  it is at 192.0.2.1
            skipped  proxy                   -  no proxy is set
            FAILED   TLS                 12 ms  unknown authority
                      > Add it.
            WARNING  clock               12 ms  5 min behind
                      > Set it.

            Certificates that were presented:
            1. service.example, issued by Proxy CA (Contoso)
               valid from 2031-03-01T12:00:00Z until 2031-03-01T12:00:00Z
               SHA-256 AB:CD
            """);
  }

  @Test
  void isHealthyUnlessSomethingFailed() {
    var well =
        diagnosis(
            List.of(),
            check(CheckKind.CLOCK, CheckState.WARNING, "", ""),
            Check.skipped(CheckKind.PROXY, "", ""));

    assertThat(well.isHealthy()).isTrue();
    assertThat(well.toText()).contains("Result: nothing is broken, 1 warning, 1 skipped\n");
    assertThat(diagnosis(List.of(), check(CheckKind.TLS, CheckState.FAILED, "", "")).isHealthy())
        .isFalse();
    assertThatThrownBy(() -> well.check(CheckKind.TLS)).hasMessage("There is no check of kind TLS");
  }

  @Test
  void namesNoUserAndCannotContainForgedLines() {
    var check =
        check(
            CheckKind.TLS,
            CheckState.FAILED,
            "issued by admin@contoso.com,john.doe+press@b.example\r\nok all",
            "Mail <boss@contoso.com> or see https://x.example/?u=me%40contoso.com");
    var certificate =
        new PresentedCertificate("E=admin@contoso.com", "CA boss@contoso.com", AT, AT, "AB");

    var diagnosis = diagnosis(List.of(certificate), check);

    assertThat(check.finding()).isEqualTo("issued by (address),(address) all");
    assertThat(check.remedy()).isEqualTo("Mail <(address)> or see https://x.example/?u=(address)");
    assertThat(diagnosis.toText() + diagnosis).doesNotContain("@", "%40", "boss", "john");
  }

  private static Diagnosis diagnosis(List<PresentedCertificate> certificates, Check... checks) {
    return new Diagnosis(
        "https://service.example",
        AT,
        "Editor/1.0 cloudservice-sdk-java/1.0",
        List.of(checks),
        certificates);
  }

  private static Check check(CheckKind kind, CheckState state, String finding, String remedy) {
    return new Check(kind, state, Duration.ofMillis(12), finding, remedy);
  }
}
