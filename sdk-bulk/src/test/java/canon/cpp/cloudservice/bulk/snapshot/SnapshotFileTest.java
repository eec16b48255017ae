package canon.cpp.cloudservice.bulk.snapshot;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.testing.FakeCloudService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  @TempDir Path folder;

  private static Snapshot taken() {
    try (FakeCloudService fake =
        FakeCloudService.builder()
            .site(
                site ->
                    site.administrator("admin@contoso.com")
                        .invitedAdministrator("new@contoso.com")
                        .user("John.Doe@gmail.com")
                        .userOn("Jane@contoso.com", DASHBOARD)
                        .printer("varioPRINT 140", "VP-1001", "Press \"1\" 印刷")
                        .printer(
                            "varioPRINT 140",
                            "VP-1002",
                            "Press 2",
                            printer ->
                                printer
                                    .licences(DASHBOARD)
                                    .enabled(DASHBOARD, REMOTE_MATCH)
                                    .softwareVersion("8.1.3")))
            .build()) {
      fake.sendData("VP-1002");
      return Snapshots.of(fake.client("admin@contoso.com")).clock(fake.clock()).take();
    }
  }

  @Test
  void aSnapshotThatWasSavedIsReadUnchanged() {
    Snapshot snapshot = taken();
    Path file = folder.resolve("site.json");

    snapshot.save(file);

    assertThat(Snapshot.read(file)).isEqualTo(snapshot);
  }

  @Test
  void theFileHasALineForEachMemberAndPrinter() throws IOException {
    Path file = folder.resolve("site.json");

    taken().save(file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).startsWith("{\"type\":\"snapshot\",\"version\":1,\"site\":\"sit_");
    assertThat(lines).hasSize(1 + 4 + 1 + 2 + 1 + 2 + 1);
    assertThat(lines.get(1)).startsWith("{\"id\":\"usr_").endsWith("Z\"},");
    assertThat(lines.get(4)).endsWith("Z\"}");
    assertThat(lines.get(5)).isEqualTo("],\"administrators\":[");
    assertThat(lines.get(11)).isEqualTo("]}");
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    Path file = folder.resolve("site.json");

    taken().save(file);

    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anExistingFileIsReplacedAndNothingElseStaysInTheFolder() throws IOException {
    Path file = folder.resolve("site.json");
    Files.writeString(file, "old");

    taken().save(file);
    taken().save(file);

    assertThat(Snapshot.read(file).printers()).hasSize(2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsReported() {
    Path file = folder.resolve("missing").resolve("site.json");

    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> taken().save(file))
        .withMessage("The snapshot cannot be written to " + file + ": NoSuchFileException.");
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws IOException {
    Path file = folder.resolve("site.json");
    Snapshot snapshot = taken();
    snapshot.save(file);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("{\"id\":", "{\"later\":{\"a\":[1.5,null]},\"id\":")
            .replace("],\"administrators\"", "],\"more\":[{}],\"administrators\""));

    assertThat(Snapshot.read(file)).isEqualTo(snapshot);
  }

  @Test
  void aFileThatIsNotThereIsReported() {
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> Snapshot.read(folder.resolve("none.json")))
        .withMessageEndingWith("none.json cannot be read: NoSuchFileException.");
  }

  @Test
  void aFileThatEndsEarlyIsReportedWithItsLine() throws IOException {
    Path file = folder.resolve("site.json");
    taken().save(file);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> Snapshot.read(file))
        .withMessageContaining("is not a snapshot, or is damaged: it is not JSON at line ")
        .withMessageNotContaining("contoso")
        .withNoCause();
  }

  @Test
  void otherFilesAreReported() throws IOException {
    reports("", "it is not a JSON object");
    reports("[]", "it is not a JSON object");
    reports("{}", "its type is not \"snapshot\"");
    reports("{\"type\":\"job\",\"version\":1,\"id\":\"x\"}\n", "its type is not \"snapshot\"");
    reports(
        "{\"type\":\"snapshot\",\"version\":2,\"users\":[7]}",
        "its format has another version than 1. Use a later version of the library");
    reports(
        "{\"type\":\"snapshot\",\"version\":1,\"users\":[]}",
        "it has not all of users, administrators and printers");
    reports("{\"type\":\"snapshot\",\"version\":1,\"users\":{}}", "users is not an array");
    reports("{\"type\":\"snapshot\",\"version\":1,\"users\":[7]}", "users[0] is not an object");
    reports(
        "{\"type\":\"snapshot\",\"version\":1,\"users\":[{\"id\":\"a@b\",\"email\":1}]}",
        "users[0].email is missing or not of its type");
    reports(
        "{\"type\":\"snapshot\",\"version\":1,\"users\":[],\"administrators\":[],\"printers\":[],"
            + "\"site\":\"sit_1\",\"from\":\"yesterday\"}",
        "the file.from is missing or not of its type");
  }

  private void reports(String text, String problem) throws IOException {
    Path file = folder.resolve("other.json");
    Files.writeString(file, text);

    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> Snapshot.read(file))
        .withMessage("The file " + file + " is not a snapshot that can be read: " + problem + ".");
  }
}
