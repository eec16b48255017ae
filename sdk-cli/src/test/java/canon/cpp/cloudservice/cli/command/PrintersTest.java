package canon.cpp.cloudservice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printers, against the fake. */
class PrintersTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site =
        new FakeSite(
            home,
            seed ->
                seed.printer(
                    "varioPRINT 140",
                    "VP-1001",
                    "Press 1",
                    printer -> printer.enabled(Application.REMOTE_CONTROL)));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void printersAreListedAndShown() {
    assertThat(site.admin().run("printers", "list").out()).contains("VP-1001", "Press 1");
    assertThat(site.admin().run("printers", "show", "VP-1001").out())
        .containsPattern("(?m)^series +varioPRINT 140$");
  }

  @Test
  void readinessSaysWhatIsMissing() {
    Result ready = site.admin().run("readiness", "VP-1001");

    assertThat(ready.code()).isZero();
    assertThat(ready.out()).containsPattern("VP-1001 +remote-control +yes");
    assertThat(ready.out()).containsPattern("VP-1001 +remote-match +no");
  }

  @Test
  void aPrinterIsRegisteredWithItsProofOnly() throws IOException {
    PrinterIdentity printer = site.fake().printer("varioPRINT 140", "VP-2002");
    Path proof = proof(printer);

    Result registered =
        site.admin()
            .run("printers", "register", "--proof-file", proof.toString(), "--name", "Press 2");

    assertThat(registered.code()).isZero();
    assertThat(registered.out()).contains("VP-2002", "Press 2").doesNotContain(printer.proof());
    Path unused =
        Files.setPosixFilePermissions(proof, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(
            site.admin()
                .run("printers", "register", "--proof-file", proof.toString(), "--name", "Press 2")
                .code())
        .isEqualTo(64);
  }

  @Test
  void aProofFileThatIsNotOneIsNotQuoted() throws IOException {
    Path file = Files.writeString(home.resolve("proof"), "{\"proof\": secret-canary}");
    Path unused = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    Result registered =
        site.admin().run("printers", "register", "--proof-file", file.toString(), "--name", "P");

    assertThat(registered.code()).isEqualTo(64);
    assertThat(registered.err()).contains("printer itself").doesNotContain("canary");
  }

  private Path proof(PrinterIdentity printer) throws IOException {
    Path file =
        Files.createFile(
            home.resolve("proof.json"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        "{\"series\":\"%s\",\"serialNumber\":\"%s\",\"proof\":\"%s\"}"
            .formatted(printer.series(), printer.serialNumber(), printer.proof()));
  }
}
