package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import canon.cpp.cloudservice.bulk.FakeSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans in files. */
class PlanFileTest {
  @TempDir Path directory;

  private final FakeSite site =
      FakeSite.withOneAdministrator(
          seed -> {
            addresses(9).forEach(seed::user);
            seed.activeUser("active@contoso.com").userOn("dashboard@contoso.com", DASHBOARD);
          });
  private MembershipPlan plan;
  private Path file;

  @BeforeEach
  void save() {
    plan =
        site.planning(
                DesiredUser.onAllLists("new@contoso.com"),
                DesiredUser.on("dashboard@contoso.com", REMOTE_MATCH),
                DesiredUser.onAllLists("active@fabrikam.com"),
                DesiredUser.onAllLists("\"Zoë\"@contoso"))
            .protecting(List.of("user001@contoso.com"))
            .create();
    file = directory.resolve("plan.json");
    plan.save(file);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPlanIsReadAsItWasSaved() {
    assertThat(plan.impossible()).hasSize(1);
    assertThat(plan.unmanaged()).isNotEmpty();

    assertThat(MembershipPlan.read(file)).isEqualTo(plan);
  }

  @Test
  void aPlanThatRemovesIsReadAsItWasSaved() {
    MembershipPlan removing =
        site.planning("active@fabrikam.com", "new@contoso.com", "new@contoso.com")
            .removing(RemovalScope.wholeSite())
            .create();
    assertThat(removing.warnings())
        .extracting(PlanWarning::code)
        .contains(PlanWarningCode.PROBABLE_RENAME, PlanWarningCode.DUPLICATE_ROWS);

    removing.save(file);

    assertThat(MembershipPlan.read(file)).isEqualTo(removing);
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory.toFile().list()).containsExactly("plan.json");
  }

  @Test
  void whiteSpaceDoesNotChangeTheDigest() throws IOException {
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n\t"));

    assertThat(MembershipPlan.read(file).digest()).isEqualTo(plan.digest()).hasSize(64);
  }

  @Test
  void aChangedPlanIsRejected() throws IOException {
    Files.writeString(file, Files.readString(file).replace("new@contoso.com", "old@contoso.com"));

    assertProblem(PlanProblem.DIGEST_MISMATCH, "was changed after it was saved");
  }

  @Test
  void aPlanThatWasCutOffIsRejected() throws IOException {
    String text = Files.readString(file);
    for (int length : new int[] {0, 1, text.length() / 3, text.length() / 2, text.length() - 1}) {
      Files.writeString(file, text.substring(0, length));

      assertProblem(PlanProblem.DAMAGED, "plan.json");
    }
  }

  @Test
  void aFileThatIsNotAPlanIsRejected() throws IOException {
    for (String text :
        List.of(
            "[]",
            "{}",
            "{\"type\":\"job\",\"version\":1}",
            "{\"type\":\"membershipPlan\",\"version\":1}",
            "{\"type\":\"membershipPlan\",\"version\":0,\"items\":[]}",
            "john@contoso.com")) {
      Files.writeString(file, text);

      assertProblem(PlanProblem.DAMAGED, "plan.json");
    }
  }

  @Test
  void valuesOfAnotherTypeAreRejected() throws IOException {
    String text = Files.readString(file);
    for (List<String> change :
        List.of(
            List.of("\"kind\" : \"USERS\"", "\"kind\" : \"PRINTERS\""),
            List.of("\"kind\" : \"USERS\"", "\"kind\" : 5"),
            List.of("\"createdAt\" : \"", "\"createdAt\" : \"x"),
            List.of("\"asWanted\" : 0", "\"asWanted\" : true"),
            List.of("\"items\" : [", "\"items\" : [ 1, "),
            List.of("\"action\" : \"ADD\"", "\"action\" : \"EXCHANGE\""),
            List.of("\"managed\" : {", "\"managed\" : [], \"x\" : {"))) {
      assertThat(text).contains(change.get(0));
      Files.writeString(file, text.replace(change.get(0), change.get(1)));

      assertProblem(PlanProblem.DAMAGED, "damaged near line");
    }
  }

  @Test
  void aNewerVersionIsRejectedWithoutReadingTheRest() throws IOException {
    Files.writeString(
        file, "{\"type\":\"membershipPlan\",\"version\":2,\"kind\":{\"new\":[true]}}");

    assertProblem(PlanProblem.NEWER_VERSION, "format version 2");
  }

  @Test
  void aFileThatIsNotThereIsReported() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> MembershipPlan.read(directory.resolve("missing.json")))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.FILE_UNUSABLE));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan.save(directory.resolve("missing").resolve("plan.json")))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(PlanProblem.FILE_UNUSABLE));
  }

  /** No message quotes the file, because it contains addresses. */
  private void assertProblem(PlanProblem problem, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> MembershipPlan.read(file))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("contoso"));
  }
}
