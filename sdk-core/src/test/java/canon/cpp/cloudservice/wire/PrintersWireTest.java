package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.IDENTITY;
import static canon.cpp.cloudservice.wire.Samples.PRINTER;
import static canon.cpp.cloudservice.wire.Samples.PRINTER_JSON;
import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PrintersWireTest {
  private static final String DESCRIPTION =
      "\"series\":\"varioPRINT 140\",\"serialNumber\":\"VP-1001\","
          + "\"printerProof\":\"proof-5d1e8b\",\"displayName\":\"Press 1\"";

  @RegisterExtension static final WireService service = new WireService();

  @Test
  void registerPrinter() {
    service
        .expects("POST /v1/printers")
        .withBody("{" + DESCRIPTION + "}")
        .answering("{\"printer\":%s,\"result\":\"renamed\"}".formatted(PRINTER_JSON))
        .when(client -> client.printers().register(IDENTITY, "Press 1"))
        .gives(new RegisteredPrinter(PRINTER, RegistrationResult.RENAMED, null));
  }

  @Test
  void registerPrinterFromAnotherSite() {
    service
        .expects("POST /v1/printers")
        .withBody("{" + DESCRIPTION + ",\"transfer\":true}")
        .answering("{\"printer\":%s,\"result\":\"transferred\"}".formatted(PRINTER_JSON))
        .when(client -> client.printers().register(IDENTITY, "Press 1").transferFromOtherSite())
        .gives(new RegisteredPrinter(PRINTER, RegistrationResult.TRANSFERRED, null));
  }

  @Test
  void registerPrinterWithANewSite() {
    service
        .expects("POST /v1/printers")
        .withBody("{" + DESCRIPTION + ",\"transfer\":true,\"foundSite\":true}")
        .answering(
            "{\"printer\":%s,\"result\":\"registered\",\"foundedSite\":%s}"
                .formatted(PRINTER_JSON, SITE_JSON))
        .when(
            client ->
                client.printers().register(IDENTITY, "Press 1").foundSite().transferFromOtherSite())
        .gives(new RegisteredPrinter(PRINTER, RegistrationResult.REGISTERED, SITE));
  }

  /** Jackson escapes characters beyond the basic plane; in JSON that is equivalent. */
  @Test
  void aDisplayNameIsSentUnchanged() {
    service
        .expects("POST /v1/printers")
        .withBody(
            "{" + DESCRIPTION.replace("Press 1", " \\\"Grüße\\\" 印刷 \\uD83D\\uDDA8 </b> ") + "}")
        .answering("{\"printer\":%s,\"result\":\"unchanged\"}".formatted(PRINTER_JSON))
        .when(client -> client.printers().register(IDENTITY, " \"Grüße\" 印刷 🖨 </b> "))
        .gives(new RegisteredPrinter(PRINTER, RegistrationResult.UNCHANGED, null));
  }

  @Test
  void getPrinter() {
    service
        .expects("GET /v1/printers/prn_6t3v9z")
        .answering(PRINTER_JSON)
        .when(client -> client.printers().get("prn_6t3v9z"))
        .gives(PRINTER);
  }

  @Test
  void getPrinterThatHasNotSentDataYet() {
    service
        .expects("GET /v1/printers/VP-1002")
        .answering(
            """
            {"id":"prn_1","series":"S","serialNumber":"VP-1002","displayName":"D",
             "registeredAt":"2025-03-03T08:15:00Z","licences":[],
             "allRequiredLicencesAvailable":true}""")
        .when(client -> client.printers().get("VP-1002"))
        .gives(
            new Printer(
                "prn_1",
                "S",
                "VP-1002",
                "D",
                Instant.parse("2025-03-03T08:15:00Z"),
                null,
                List.of(),
                true));
  }

  @Test
  void findPrinter() {
    service
        .expects("GET /v1/printers/VP-1001")
        .answering(PRINTER_JSON)
        .when(client -> client.printers().find("VP-1001"))
        .gives(Optional.of(PRINTER));
  }

  @Test
  void findNoPrinter() {
    service.answersProblem(404, "{\"title\":\"None\",\"status\":404,\"code\":\"not-found\"}");

    assertThat(service.client().printers().find("VP-0").execute()).isEmpty();
    assertThat(service.client().printers().find("VP-0").executeAsync().join()).isEmpty();
  }

  @Test
  void removePrinter() {
    service
        .expects("DELETE /v1/printers/VP-1001")
        .answering("{\"printer\":%s}".formatted(PRINTER_JSON))
        .when(client -> client.printers().remove("VP-1001"))
        .gives(new RemovedPrinter(PRINTER));
  }

  @Test
  void listPrinters() {
    service
        .expects("GET /v1/printers")
        .answering("{\"items\":[%s]}".formatted(PRINTER_JSON))
        .when(client -> client.printers().list().page())
        .gives(new Page<>(List.of(PRINTER), null));
  }

  @Test
  void listPrintersWithOptions() {
    service
        .expects("GET /v1/printers?pageSize=50&pageToken=eyJhIjoxfQ")
        .answering("{\"items\":[],\"nextPageToken\":\"next\"}")
        .when(
            client ->
                client
                    .printers()
                    .list()
                    .startingFrom(PageToken.of("eyJhIjoxfQ"))
                    .pageSize(50)
                    .page())
        .gives(new Page<>(List.of(), PageToken.of("next")));
  }

  @Test
  void readinessOfAPrinter() {
    service
        .expects("GET /v1/printers/VP-1001")
        .answering(PRINTER_JSON)
        .when(client -> client.printers().readiness("VP-1001"))
        .gives(new PrinterReadiness(PRINTER));

    PrinterReadiness readiness = new PrinterReadiness(PRINTER);
    assertThat(readiness.isRegistered()).isTrue();
    assertThat(readiness.lastDataAt()).contains(Instant.parse("2025-03-06T06:45:12.500Z"));
    assertThat(readiness.isReadyFor(Application.DASHBOARD)).isTrue();
    assertThat(readiness.advice(Application.DASHBOARD)).isEmpty();
    assertThat(readiness.isReadyFor(Application.REMOTE_CONTROL)).isTrue();
    assertThat(readiness.isReadyFor(Application.REMOTE_MATCH)).isFalse();
    assertThat(readiness.advice(Application.REMOTE_MATCH))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Enable the application"),
            second -> assertThat(second).startsWith("Obtain the licence"));
    assertThat(readiness.isReadyFor(Application.of("new"))).isFalse();
    assertThat(readiness.in(Application.of("other"))).isEmpty();
    assertThat(readiness.advice(Application.of("other"))).hasSize(1);
  }

  @Test
  void readinessOfAPrinterThatIsNotRegistered() {
    service.answersProblem(404, "{\"title\":\"None\",\"status\":404,\"code\":\"not-found\"}");

    PrinterReadiness readiness = service.client().printers().readiness("VP-1001").execute();

    assertThat(readiness.isRegistered()).isFalse();
    assertThat(readiness.lastDataAt()).isEmpty();
    assertThat(readiness.isReadyFor(Application.REMOTE_MATCH)).isFalse();
    assertThat(readiness.advice(Application.REMOTE_MATCH))
        .containsExactly("Register the printer from its own Settings Editor.");
  }
}
