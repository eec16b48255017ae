package canon.cpp.cloudservice.cli.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.Hold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and their result files, against the fake. */
class ImportTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void eachRowHasAResult() throws IOException {
    Path file = input("name,email\nJane,jane@contoso.com\nBoss,boss@fabrikam.com\nNone,\n");

    Result imported = site.admin().run("users", "import", file.toString());

    assertThat(imported.code()).isEqualTo(3);
    assertThat(imported.out()).containsPattern("done +1").containsPattern("rejected +2");
    List<String> lines = Files.readAllLines(home.resolve("in.result.csv"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("name,email,result,code,request_id,remedy");
    assertThat(lines.get(1)).matches("Jane,jane@contoso.com,done,,[^,]+,");
    assertThat(lines.get(2))
        .matches(
            "Boss,boss@fabrikam.com,rejected,account-registered-elsewhere,[^,]+,\"The address.*\"");
    assertThat(lines.get(3)).startsWith("None,,rejected,");
    assertThat(PosixFilePermissions.toString(permissions(home.resolve("in.result.csv"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theResultFileIsTheNextInput() throws IOException {
    Path file = input("email\njane@contoso.com\nboss@fabrikam.com\n");
    site.admin().run("users", "import", file.toString());
    Path results = home.resolve("in.result.csv");
    Path second = home.resolve("second.csv");
    site.fake().log().clear();

    Result again =
        site.admin().run("users", "import", results.toString(), "--results", second.toString());

    assertThat(again.code()).isEqualTo(3);
    assertThat(site.fake().log().of("addUser")).hasSize(1);
    assertThat(Files.readAllLines(second))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("boss@fabrikam.com,rejected,account-"))
        .anyMatch(line -> line.startsWith("jane@contoso.com,done,"));
  }

  @Test
  void theSameInputLaterIsANewJob() throws IOException {
    Path file = input("email\njane@contoso.com\n");
    site.admin().run("users", "import", file.toString());
    site.admin().run("users", "remove", "jane@contoso.com", "--yes");

    Result again = site.admin().run("users", "import", file.toString());

    assertThat(again.code()).isZero();
    assertThat(again.out()).containsPattern("done +1");
  }

  @Test
  void anInterruptedJobIsContinuedByTheSameCommand() throws IOException {
    Path file = input("email\njane@contoso.com\njohn@contoso.com\n");
    site.fake().faults().on("addUser").skip(1).times(1).respond(401, ProblemCode.SESSION_ENDED);

    Result stopped = site.admin().run("users", "import", file.toString());
    site.fake().log().clear();
    Result continued = site.admin().run("users", "import", file.toString());

    assertThat(stopped.code()).isEqualTo(7);
    assertThat(stopped.err()).contains("Stopped", "run the same command again");
    assertThat(continued.code()).isZero();
    assertThat(continued.err()).contains("Continuing the job");
    assertThat(site.fake().log().of("addUser")).hasSize(1);
  }

  @Test
  void aThreadThatIsInterruptedEndsWithTheCodeForIt() throws IOException {
    Path file = input("email\njane@contoso.com\njohn@contoso.com\n");
    Hold hold = site.fake().faults().on("addUser").hold();
    Thread job = Thread.currentThread();
    var released =
        hold.reached()
            .thenRun(
                () -> {
                  job.interrupt();
                  hold.release();
                });

    Result stopped = site.admin().run("users", "import", file.toString());

    assertThat(stopped.code()).isEqualTo(130);
    assertThat(stopped.err()).contains("Interrupted", "run the same command again");
    assertThat(released).isDone();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theDialectOfASpreadsheetIsKept() throws IOException {
    Path file = home.resolve("in.csv");
    Path unused =
        Files.writeString(
            file, "\uFEFFname;email\r\n\"M\u00fcller; J\u00fcrgen\";juergen@contoso.com\r\n");

    site.admin().run("users", "import", file.toString());

    assertThat(Files.readString(home.resolve("in.result.csv")))
        .startsWith("\uFEFFname;email;result;code;request_id;remedy\r\n")
        .contains("\r\n\"M\u00fcller; J\u00fcrgen\";juergen@contoso.com;done;;");
  }

  @Test
  void anotherCodePageIsNamed() throws IOException {
    Charset page = Charset.forName("windows-1252");
    Path file = home.resolve("in.csv");
    Path unused =
        Files.writeString(file, "email,name\na@contoso.com,A\nj@contoso.com,J\u00fcrgen\n", page);

    Result wrong = site.admin().run("users", "import", file.toString());
    Result right =
        site.admin().run("users", "import", file.toString(), "--charset", "windows-1252");

    assertThat(wrong.code()).isEqualTo(64);
    assertThat(wrong.err()).contains("line 3", "UTF-8", "--charset");
    assertThat(right.code()).isZero();
    assertThat(Files.readString(home.resolve("in.result.csv"), page)).contains("J\u00fcrgen,done");
  }

  @Test
  void aWrongLineIsReportedBeforeAnythingIsSent() throws IOException {
    assertThat(importing("name,email\na,b,c\n").err()).contains("line 2: there are 3 cells");
    assertThat(importing("name\nx\n").err()).contains("line 1: there is no column email");
    assertThat(importing("").err()).contains("is empty");
    assertThat(importing("email,name\n\"a@b.com,x\nc@d.com,y\n").code()).isEqualTo(64);
    assertThat(site.admin().run("users", "import", "missing.csv").err()).contains("missing.csv");
    assertThat(site.fake().log().of("addUser")).isEmpty();
  }

  @Test
  void formulasInTheInputStayButOursAreGuarded() throws IOException {
    importing("email,note\n=cmd@contoso.com,=1+1\n");

    assertThat(Files.readString(home.resolve("in.result.csv"))).contains("=cmd@contoso.com,=1+1,");
  }

  @Test
  void standardInputIsAnInputAndTheResultsGoToStandardOutput() {
    Result imported =
        site.admin().answering("jane@contoso.com\njohn@contoso.com\n").run("users", "import", "-");

    assertThat(imported.code()).isZero();
    assertThat(imported.out().lines())
        .hasSize(3)
        .first()
        .isEqualTo("email,result,code,request_id,remedy");
    assertThat(files(".local/state/cloudservice")).noneMatch(name -> name.startsWith("input."));
  }

  @Test
  void administratorsAreImported() throws IOException {
    Path file = input("email\ndeputy@contoso.com\n");

    assertThat(site.admin().run("administrators", "import", file.toString()).code()).isZero();
  }

  @Test
  void theResultFileIsNotTheInput() throws IOException {
    Path file = input("email\njane@contoso.com\n");

    assertThat(
            site.admin()
                .run("users", "import", file.toString(), "--results", file.toString())
                .code())
        .isEqualTo(64);
  }

  private Result importing(String text) throws IOException {
    return site.admin().run("users", "import", input(text).toString());
  }

  private Path input(String text) throws IOException {
    return Files.writeString(home.resolve("in.csv"), text, StandardCharsets.UTF_8);
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  private List<String> files(String folder) {
    try (Stream<Path> all = Files.list(home.resolve(folder))) {
      return all.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
