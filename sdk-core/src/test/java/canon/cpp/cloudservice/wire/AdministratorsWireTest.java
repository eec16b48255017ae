package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.wire.Samples.BOSS;
import static canon.cpp.cloudservice.wire.Samples.BOSS_JSON;
import static canon.cpp.cloudservice.wire.Samples.INVITED_ADMINISTRATOR;
import static canon.cpp.cloudservice.wire.Samples.INVITED_JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdministratorsWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void addAdministrator() {
    service
        .expects("POST /v1/administrators")
        .withBody("{\"email\":\"second@contoso.com\"}")
        .answering(
            """
            {"administrator":%s,"role":"added","changes":[
              {"application":"prismalytics-dashboard","result":"added"},
              {"application":"remote-match","result":"alreadyPresent"}]}"""
                .formatted(INVITED_JSON))
        .when(client -> client.administrators().add("second@contoso.com"))
        .gives(
            new AddedAdministrator(
                INVITED_ADMINISTRATOR,
                ChangeResult.ADDED,
                List.of(
                    new ListChange(DASHBOARD, ChangeResult.ADDED),
                    new ListChange(REMOTE_MATCH, ChangeResult.ALREADY_PRESENT))));
  }

  @Test
  void getAdministratorById() {
    service
        .expects("GET /v1/administrators/adm_2b6f8j")
        .answering(BOSS_JSON)
        .when(client -> client.administrators().get("adm_2b6f8j"))
        .gives(BOSS);
  }

  @Test
  void getAdministratorByAddressAsItIsSpelt() {
    service
        .expects("GET /v1/administrators/BOSS%40Contoso.com")
        .answering(BOSS_JSON)
        .when(client -> client.administrators().get("BOSS@Contoso.com"))
        .gives(BOSS);
  }

  @Test
  void findAdministrator() {
    service
        .expects("GET /v1/administrators/adm_9p4s7x")
        .answering(INVITED_JSON)
        .when(client -> client.administrators().find("adm_9p4s7x"))
        .gives(Optional.of(INVITED_ADMINISTRATOR));
  }

  @Test
  void findNoAdministrator() {
    service.answersProblem(404, "{\"title\":\"None\",\"status\":404,\"code\":\"not-found\"}");

    assertThat(service.client().administrators().find("adm_0").execute()).isEmpty();
    assertThat(service.client().administrators().find("adm_0").executeAsync().join()).isEmpty();
  }

  @Test
  void removeAdministrator() {
    service
        .expects("DELETE /v1/administrators/boss%40contoso.com")
        .answering("{\"administrator\":%s,\"gone\":true}".formatted(BOSS_JSON))
        .when(client -> client.administrators().remove("boss@contoso.com"))
        .gives(new RemovedAdministrator(BOSS, true));
  }

  @Test
  void removeAdministratorWithACondition() {
    service
        .expects("DELETE /v1/administrators/adm_2b6f8j")
        .withIfMatch("\"m4Xw0q\"")
        .answering("{\"administrator\":%s,\"gone\":false}".formatted(BOSS_JSON))
        .when(client -> client.administrators().remove("adm_2b6f8j").ifMatch("\"m4Xw0q\""))
        .gives(new RemovedAdministrator(BOSS, false));
  }

  /** 412 is never retried: reading again is the caller's decision. */
  @Test
  void aFailedConditionIsNotRetried() {
    service.answersProblem(
        412, "{\"title\":\"Changed\",\"status\":412,\"code\":\"precondition-failed\"}");
    CloudServiceClient client =
        service.builder().retryPolicy(RetryPolicy.standard()).build().withToken(WireService.TOKEN);

    assertThatThrownBy(client.administrators().remove("adm_1").ifMatch("\"a\"")::execute)
        .isInstanceOfSatisfying(
            RejectedException.class,
            rejection -> {
              assertThat(rejection.code()).isEqualTo(ProblemCode.PRECONDITION_FAILED);
              assertThat(rejection.outcome()).isEqualTo(Outcome.REJECTED);
              assertThat(rejection.attempts()).hasSize(1);
            });
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void listAdministrators() {
    service
        .expects("GET /v1/administrators")
        .answering("{\"items\":[%s,%s]}".formatted(BOSS_JSON, INVITED_JSON))
        .when(client -> client.administrators().list().page())
        .gives(new Page<>(List.of(BOSS, INVITED_ADMINISTRATOR), null));
  }

  @Test
  void listAdministratorsWithFilterAndOptions() {
    service
        .expects("GET /v1/administrators?state=invited&pageSize=1&pageToken=eyJhIjoxfQ")
        .answering("{\"items\":[],\"nextPageToken\":\"next\"}")
        .when(
            client ->
                client
                    .administrators()
                    .list()
                    .pageSize(1)
                    .startingFrom(PageToken.of("eyJhIjoxfQ"))
                    .state(AdministratorState.INVITED)
                    .page())
        .gives(new Page<>(List.of(), PageToken.of("next")));
  }
}
