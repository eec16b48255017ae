package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON form of a state, as {@code docs/fake-state.md} describes it. */
class FakeStateJsonTest {

  /** Single quotes stand for double ones. */
  private static FakeState parse(String json) {
    return FakeState.parse(json.replace('\'', '"'));
  }

  /** The JSON examples of the page, in order. */
  private static String example(int number) throws IOException {
    Matcher blocks =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/fake-state.md")));
    for (int i = 0; i <= number; i++) {
      assertThat(blocks.find()).isTrue();
    }
    return blocks.group(1);
  }

  @Test
  void theShortExampleOfThePageIsAValidSeed() throws IOException {
    FakeState seed = FakeState.parse(example(0));

    try (FakeCloudService fake = FakeCloudService.builder().state(seed).build()) {
      CloudServiceClient admin =
          CloudServiceClient.builder(fake.inProcess().address())
              .transport(fake.inProcess().transport())
              .build()
              .withToken("dev-token");
      assertThat(admin.users().list().stream()).hasSize(2);
      assertThat(admin.printers().get("VP-1001").execute().id()).isEqualTo("prn_000001");
      admin.users().add("jane@contoso.com").execute();
      assertThat(admin.users().get("jane@contoso.com").execute().id()).isEqualTo("usr_000003");
      admin.close();
    }
  }

  @Test
  void theFullExampleOfThePageMatchesTheOutput() throws IOException {
    try (FakeCloudService fake =
        FakeCloudService.builder()
            .site(
                site ->
                    site.administrator("admin@contoso.com")
                        .user("John.Doe@gmail.com")
                        .applicationPrincipal("nightly-job")
                        .printer(
                            "varioPRINT 140",
                            "VP-1001",
                            "Press 1",
                            printer -> printer.licences(Application.DASHBOARD)))
            .build()) {
      fake.client("admin@contoso.com")
          .users()
          .remove("john.doe@gmail.com")
          .from(Application.DASHBOARD)
          .idempotencyKey("a-key")
          .execute();

      assertThat(fake.snapshot().toJson()).isEqualTo(example(1).strip());
      assertThat(FakeState.parse(example(1))).isEqualTo(fake.snapshot());
    }
  }

  @Test
  void anAccountCanBeNamedByItsAddress() {
    FakeState state =
        parse(
            "{'version':1,'tokens':[{'token':'t','account':{'provider':'google',"
                + "'email':'j@company.com'}}],'sites':[{'members':[{'email':'j@company.com',"
                + "'lists':{'remote-control':'invited'},'account':{'provider':'google'}}]}]}");

    try (FakeCloudService fake = FakeCloudService.builder().state(state).build()) {
      fake.client(FakeAccount.google("J@company.com")).remoteControl().activate().execute();
      fake.log().expect("activateRemoteControl").applied().once();
    }
  }

  @Test
  void anAccountWithoutAnAddressKeepsItsProvider() {
    FakeState state =
        parse(
            "{'version':1,'tokens':[{'token':'t','account':{'provider':'google',"
                + "'subject':'1234'}}]}");

    assertThat(state.toJson()).contains("\"google\"").contains("1234");
    assertThat(FakeState.parse(state.toJson())).isEqualTo(state);
  }

  @Test
  void tooDeepNestingIsRejected() {
    assertThatThrownBy(() -> FakeState.parse("[".repeat(1001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("In the state something cannot be read: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | must be a JSON object",
        "{} | $.version must be 1",
        "{'version':1,'site':[]} | $ has an unknown field: site",
        "{'version':1,'sites':{}} | $.sites must be an array",
        "{'version':1,'sites':[{'createdAt':'now'}]} | $.sites[0].createdAt must be an instant",
        "{'version':1,'sites':[{'members':[{}]}]} | $.sites[0].members[0].email is missing",
        "{'version':1,'sites':[{'members':[{'email':'j'}]}]} | members[0].email is not valid",
        "{'version':1,'sites':[{'members':[{'email':'j@a.com'}]}]} | is on no list",
        "{'version':1,'sites':[{'members':[{'email':'j@a.com','lists':{'fax':'active'}}]}]}"
            + " | names an unknown application: fax",
        "{'version':1,'sites':[{'members':[{'email':'j@a.com','lists':{'remote-match':'invited'}}]"
            + "}]} | remote-match cannot be invited",
        "{'version':1,'sites':[{'printers':[{'series':'','serialNumber':'1','displayName':'a'}]}]}"
            + " | printers[0].series is not valid",
        "{'version':1,'licences':{'VP':['fax']}} | $.licences.VP names an unknown application",
        "{'version':1,'tokens':[{'token':'t','account':{}}]} | $.tokens[0].account.email is missing",
        "{'version':1,'tokens':[{'token':'t','account':{'subject':'1','provider':'okta'}}]}"
            + " | $.tokens[0].account.provider is neither google nor microsoft: okta",
        "{'version':1,'sites':[{'members':[{'email':'a@x.com','lists':{'remote-match':'active'},"
            + "'account':{'provider':'Microsoft','subject':'x'}}]}]}"
            + " | $.sites[0].members[0].account.provider is neither google nor microsoft: Microsoft",
        "{'version':1,'tokens':[{'token':'t','account':{'email':'j'}}]}"
            + " | $.tokens[0].account.email is not valid: An e-mail address has one @.",
        "{'version':1,'lastIds':{'site':1.5}} | $.lastIds.site must be an integer",
        "{'version':1,'sites':[{'applicationPrincipals':[1]}]} | applicationPrincipals[0] must be"
            + " a string",
      })
  void anErrorIsReportedWithItsPosition(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** Two members, or one at each of two sites, with more fields. */
  private static String members(String between, String one, String other) {
    return "{'version':1,'sites':[{'members':[{'email':'J.D@gmail.com','lists':{'remote-match':"
        + "'active'}"
        + one
        + between
        + "{'email':'b@x.com','lists':{'remote-match':'active'}"
        + other
        + "}]}]}";
  }

  private static String printers(String one, String other) {
    return "{'version':1,'sites':[{'printers':[{'series':'v','displayName':'p',"
        + one
        + "}]},{'printers':[{'series':'v','displayName':'p',"
        + other
        + "}]}]}";
  }

  private static String kept(String key) {
    return "{'account':{'provider':'google','subject':'1'},'operation':'addUser','key':'"
        + key
        + "','fingerprint':'f','answer':{},'keptUntil':'2030-01-02T00:00:00Z'}";
  }

  static Stream<Arguments> contradictions() {
    String together = "},";
    String apart = "}]},{'members':[";
    String bound = ",'account':{'provider':'google','subject':'1'}";
    String role = ",'administrator':{'id':'adm_7'}";
    String token = "{'token':'t','account':{'email':'a@x.com'}}";
    return Stream.of(
        arguments(
            members(apart, "", "").replace("b@x.com", "jd@Gmail.com"),
            "$.sites[1].members[0].email has the same value as $.sites[0].members[0]: jd@Gmail.com"),
        arguments(
            members(together, "", "").replace("b@x.com", "jd@Gmail.com"),
            "$.sites[0].members[1].email has the same value as $.sites[0].members[0]: jd@Gmail.com"),
        arguments(
            members(together, ",'userId':'u'", ",'userId':'u'"),
            "$.sites[0].members[1].userId has the same value as $.sites[0].members[0]: u"),
        arguments(
            members(apart, role, role),
            "$.sites[1].members[0].administrator.id has the same value as $.sites[0].members[0]:"
                + " adm_7"),
        arguments(
            members(apart, bound, bound),
            "$.sites[1].members[0].account has the same value as $.sites[0].members[0]: google:1"),
        arguments(
            members(together, bound, bound),
            "$.sites[0].members[1].account has the same value as $.sites[0].members[0]: google:1"),
        arguments(
            members(together, ",'userId':'b@x.com'", ""),
            "$.sites[0].members[0].userId contains @ and would be read as an address: b@x.com"),
        arguments(
            members(together, ",'administrator':{'id':'b@x.com'}", ""),
            "$.sites[0].members[0].administrator.id contains @ and would be read as an address: b@x.com"),
        arguments(members(together, "", ",'userId':''"), "$.sites[0].members[1].userId is empty"),
        arguments(
            members(together, ",'administrator':{'id':''}", ""),
            "$.sites[0].members[0].administrator.id is empty"),
        arguments("{'version':1,'sites':[{},{'id':''}]}", "$.sites[1].id is empty"),
        arguments(
            "{'version':1,'sites':[{'id':'s'},{'id':'s'}]}",
            "$.sites[1].id has the same value as $.sites[0]: s"),
        arguments(
            "{'version':1,'sites':[{'applicationPrincipals':['job']},"
                + "{'applicationPrincipals':['other','job']}]}",
            "$.sites[1].applicationPrincipals[1] has the same value as"
                + " $.sites[0].applicationPrincipals[0]: job"),
        arguments(
            members(
                "}],'applicationPrincipals':['job']},{'members':[",
                ",'account':{'provider':'microsoft','subject':'app-job'}",
                ""),
            "$.sites[0].applicationPrincipals[0] has the same value as $.sites[0].members[0]: job"),
        arguments(
            printers("'serialNumber':'1','id':'p'", "'serialNumber':'2','id':'p'"),
            "$.sites[1].printers[0].id has the same value as $.sites[0].printers[0]: p"),
        arguments(
            printers("'serialNumber':'1','id':''", "'serialNumber':'2'"),
            "$.sites[0].printers[0].id is empty"),
        arguments(
            printers("'serialNumber':'1'", "'serialNumber':'1'"),
            "$.sites[1].printers[0].serialNumber has the same value as $.sites[0].printers[0]: 1"),
        arguments(
            "{'version':1,'tokens':[" + token + "," + token.replace("a@", "b@") + "]}",
            "$.tokens[1].token has the same value as $.tokens[0]: a token of microsoft:b@x.com"),
        arguments(
            "{'version':1,'tokens':[" + token.replace("'t'", "''") + "]}",
            "$.tokens[0].token is empty"),
        arguments(
            "{'version':1,'keptAnswers':[" + kept("a") + "," + kept("b") + "," + kept("a") + "]}",
            "$.keptAnswers[2].key has the same value as $.keptAnswers[0]: a"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void aContradictionIsReportedWithBothPositions(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("In the state, " + message);
  }

  @Test
  void similarEntriesAreNotContradictions() {
    String account = ",'account':{'provider':'google','subject':'1'}";
    String other = account.replace("google", "microsoft");

    assertThat(parse(members("},", account, other)).toJson()).contains("google", "microsoft");
    assertThat(parse(members("},", ",'userId':'x'", ",'administrator':{'id':'x'}")).toString())
        .contains("members: 2");
  }
}
