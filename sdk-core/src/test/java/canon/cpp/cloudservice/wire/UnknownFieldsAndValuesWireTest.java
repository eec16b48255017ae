package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.BOSS;
import static canon.cpp.cloudservice.wire.Samples.BOSS_JSON;
import static canon.cpp.cloudservice.wire.Samples.JOHN;
import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static canon.cpp.cloudservice.wire.Samples.PRINTER;
import static canon.cpp.cloudservice.wire.Samples.PRINTER_JSON;
import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service may add fields and values before the client knows them. */
class UnknownFieldsAndValuesWireTest {
  @RegisterExtension static final WireService service = new WireService();

  /** Unknown fields, in every object. */
  private static String withNews(String json) {
    return json.replace("{", "{\"news\":{\"a\":[1,null,{}]},\"\":null,\"Id\":7,")
        .replace(",}", "}");
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(answering(JOHN_JSON).users().get("usr_1").execute()).isEqualTo(JOHN);
    assertThat(answering(BOSS_JSON).administrators().get("adm_1").execute()).isEqualTo(BOSS);
    assertThat(answering(PRINTER_JSON).printers().get("prn_1").execute()).isEqualTo(PRINTER);
    assertThat(answering(SITE_JSON).site().get().execute()).isEqualTo(SITE);
    assertThat(answering("{\"items\":[" + JOHN_JSON + "]}").users().list().page().execute().items())
        .containsExactly(JOHN);
    assertThat(
            answering("{\"firstActivation\":false,\"user\":" + JOHN_JSON + "}")
                .remoteControl()
                .activate()
                .execute()
                .user())
        .isEqualTo(JOHN);
  }

  @Test
  void unknownValuesOfAUserAreKept() {
    service.answersJson(
        JOHN_JSON
            .replace("\"none\"", "\"retired\"")
            .replace("remote-match", "remote-proof")
            .replace("\"state\":\"invited\"", "\"state\":\"asleep\""));

    User user = service.client().users().get("usr_1").execute();

    assertThat(user.administrator().id()).isEqualTo("retired");
    assertThat(user.administrator().isKnown()).isFalse();
    assertThat(user.applications().get(1).application().id()).isEqualTo("remote-proof");
    assertThat(user.applications().get(1).application().isKnown()).isFalse();
    assertThat(user.applications().get(1).application().displayName()).isEqualTo("remote-proof");
    assertThat(user.stateOn(Application.of("remote-proof"))).isPresent();
    assertThat(user.stateOn(Application.REMOTE_CONTROL).orElseThrow().isKnown()).isFalse();
  }

  @Test
  void unknownResultsOfAChangeAreKept() {
    service.answersJson(
        """
        {"user":%s,"changes":[{"application":"new-app","result":"postponed"}],"gone":false}"""
            .formatted(JOHN_JSON));

    ListChange change =
        service.client().users().remove("usr_1").fromEveryList().execute().changes().get(0);

    assertThat(change)
        .isEqualTo(new ListChange(Application.of("new-app"), ChangeResult.of("postponed")));
    assertThat(change.result().isKnown()).isFalse();
  }

  @Test
  void unknownValuesOfAPrinterAreKept() {
    service.answersJson(
        "{\"printer\":%s,\"result\":\"leased\"}"
            .formatted(PRINTER_JSON.replace("remote-match", "new-app")));

    var registered = service.client().printers().register(Samples.IDENTITY, "Press 1").execute();

    assertThat(registered.result().id()).isEqualTo("leased");
    assertThat(registered.result().isKnown()).isFalse();
    assertThat(registered.printer().licences().get(1).application().isKnown()).isFalse();
  }

  @Test
  void unknownValuesOfASessionAreKept() {
    service.answersJson(
        """
        {"account":{"provider":"apple"},"roles":["administrator","auditor"],"site":%s}"""
            .formatted(SITE_JSON));

    Session session = service.client().session().get().execute();

    assertThat(session.account().provider().id()).isEqualTo("apple");
    assertThat(session.account().provider().isKnown()).isFalse();
    assertThat(session.roles()).extracting(role -> role.isKnown()).containsExactly(true, false);

    service.answersJson("{\"result\":\"endedElsewhere\"}");
    assertThat(service.client().session().signOut().execute().result().isKnown()).isFalse();
  }

  @Test
  void nullCountsAsAbsent() {
    service.answersJson(BOSS_JSON.replace("\"2025-03-03T09:00:00.250Z\"", "null"));
    assertThat(service.client().administrators().get("adm_1").execute().firstSignInAt()).isNull();

    service.answersJson("{\"items\":[],\"nextPageToken\":null}");
    assertThat(service.client().users().list().page().execute().next()).isNull();
  }

  private static CloudServiceClient answering(String json) {
    service.answersJson(withNews(json));
    return service.client();
  }
}
