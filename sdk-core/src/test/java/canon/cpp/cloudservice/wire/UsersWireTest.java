package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.wire.Samples.JOHN;
import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovalWarning;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.Users;
import canon.cpp.cloudservice.membership.WarningCode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void addUser() {
    service
        .expects("POST /v1/users")
        .withBody("{\"email\":\"John.Doe@gmail.com\"}")
        .answering(
            """
            {"user":%s,"changes":[
              {"application":"prismalytics-dashboard","result":"added"},
              {"application":"remote-match","result":"alreadyPresent"},
              {"application":"remote-control","result":"added"}]}"""
                .formatted(JOHN_JSON))
        .when(client -> client.users().add("John.Doe@gmail.com"))
        .gives(
            new AddedUser(
                JOHN,
                List.of(
                    new ListChange(DASHBOARD, ChangeResult.ADDED),
                    new ListChange(REMOTE_MATCH, ChangeResult.ALREADY_PRESENT),
                    new ListChange(REMOTE_CONTROL, ChangeResult.ADDED))));
  }

  @Test
  void getUserById() {
    service
        .expects("GET /v1/users/usr_8h2d6q")
        .answering(JOHN_JSON)
        .when(client -> client.users().get("usr_8h2d6q"))
        .gives(JOHN);
  }

  @Test
  void getUserByAddressAsItIsSpelt() {
    service
        .expects("GET /v1/users/John.Doe%40gmail.com")
        .answering(JOHN_JSON)
        .when(client -> client.users().get("John.Doe@gmail.com"))
        .gives(JOHN);
  }

  @Test
  void findUser() {
    service
        .expects("GET /v1/users/usr_8h2d6q")
        .answering(JOHN_JSON)
        .when(client -> client.users().find("usr_8h2d6q"))
        .gives(Optional.of(JOHN));
  }

  @Test
  void findNoUser() {
    service.answersProblem(
        404, "{\"title\":\"None\",\"status\":404,\"code\":\"not-found\",\"resource\":\"user\"}");

    assertThat(service.client().users().find("usr_0").execute()).isEmpty();
    assertThat(service.client().users().find("usr_0").executeAsync().join()).isEmpty();
  }

  @Test
  void removeUserFromSomeLists() {
    service
        .expects("POST /v1/users/usr_8h2d6q/removals")
        .withBody("{\"applications\":[\"remote-match\",\"prismalytics-dashboard\"]}")
        .answering(
            """
            {"user":%s,"changes":[
              {"application":"prismalytics-dashboard","result":"notPresent"},
              {"application":"remote-match","result":"removed"}],"gone":false}"""
                .formatted(JOHN_JSON))
        .when(client -> client.users().remove("usr_8h2d6q").from(REMOTE_MATCH, DASHBOARD))
        .gives(
            new RemovedUser(
                JOHN,
                List.of(
                    new ListChange(DASHBOARD, ChangeResult.NOT_PRESENT),
                    new ListChange(REMOTE_MATCH, ChangeResult.REMOVED)),
                false));
  }

  @Test
  void removeUserFromEveryList() {
    service
        .expects("DELETE /v1/users/johndoe%40gmail.com")
        .answering("{\"user\":%s,\"changes\":[],\"gone\":true}".formatted(JOHN_JSON))
        .when(client -> client.users().remove("johndoe@gmail.com").fromEveryList())
        .gives(new RemovedUser(JOHN, List.of(), true));
  }

  @Test
  void removeUserWithACondition() {
    service
        .expects("DELETE /v1/users/usr_8h2d6q")
        .withIfMatch("\"m4Xw0q\"")
        .answering(
            """
            {"user":%s,"changes":[],"gone":false,"warnings":[
              {"code":"no-remote-match-administrator","message":"Nobody can create clusters."},
              {"code":"new-code","message":"New."}]}"""
                .formatted(JOHN_JSON))
        .when(client -> client.users().remove("usr_8h2d6q").ifMatch("\"m4Xw0q\"").fromEveryList())
        .gives(
            new RemovedUser(
                JOHN,
                List.of(),
                false,
                List.of(
                    new RemovalWarning(
                        WarningCode.NO_REMOTE_MATCH_ADMINISTRATOR, "Nobody can create clusters."),
                    new RemovalWarning(WarningCode.of("new-code"), "New."))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m4Xw0q", "*", "\"a\", \"b\"", "W/\"a\"", "\"\""})
  void aConditionThatIsNotAnEtagIsRejected(String etag) {
    RemoveUser removal = service.client().users().remove("usr_8h2d6q");
    assertThatThrownBy(() -> removal.ifMatch(etag)).isInstanceOf(IllegalArgumentException.class);
    RemoveAdministrator other = service.client().administrators().remove("adm_2b6f8j");
    assertThatThrownBy(() -> other.ifMatch(etag)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resolveAddresses() {
    service
        .expects("POST /v1/address-resolutions")
        .withoutKey()
        .withBody("{\"addresses\":[\"John.Doe@gmail.com\",\"boss@contoso.com\",\"nobody\"]}")
        .answering(
            """
            {"items":[{"canonicalEmail":"johndoe@gmail.com","userId":"usr_8h2d6q"},
              {"canonicalEmail":"boss@contoso.com","administratorId":"adm_2b6f8j"},
              {"error":{"field":"addresses[2]","code":"malformed","message":"No @."}}]}""")
        .when(
            client ->
                client.users().resolve(List.of("John.Doe@gmail.com", "boss@contoso.com", "nobody")))
        .gives(
            List.of(
                new ResolvedAddress(
                    "John.Doe@gmail.com", "johndoe@gmail.com", "usr_8h2d6q", null, null),
                new ResolvedAddress(
                    "boss@contoso.com", "boss@contoso.com", null, "adm_2b6f8j", null),
                new ResolvedAddress(
                    "nobody",
                    null,
                    null,
                    null,
                    new FieldError("addresses[2]", "malformed", "No @."))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"items\":[]}", "{\"items\":[{},{}]}"})
  void resolvedAddressesThatDoNotMatchTheRequestAreMalformed(String json) {
    service.answersJson(json);
    Call<List<ResolvedAddress>> call = service.client().users().resolve(List.of("a@b.example"));
    assertThatThrownBy(call::execute).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void oneToOneThousandAddressesAreResolved() {
    Users users = service.client().users();
    assertThatThrownBy(() -> users.resolve(List.of())).isInstanceOf(IllegalArgumentException.class);
    List<String> tooMany = Collections.nCopies(1001, "a@b.example");
    assertThatThrownBy(() -> users.resolve(tooMany)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listUsers() {
    service
        .expects("GET /v1/users")
        .answering("{\"items\":[%s],\"nextPageToken\":\"eyJhIjoxfQ\"}".formatted(JOHN_JSON))
        .when(client -> client.users().list().page())
        .gives(new Page<>(List.of(JOHN), PageToken.of("eyJhIjoxfQ")));
  }

  @Test
  void listUsersWithEveryFilterAndOption() {
    service
        .expects(
            "GET /v1/users?application=remote-control&remoteControlState=invited&text=john"
                + "&pageSize=1000&pageToken=eyJhIjoxfQ")
        .answering("{\"items\":[]}")
        .when(
            client ->
                client
                    .users()
                    .list()
                    .pageSize(1000)
                    .startingFrom(PageToken.of("eyJhIjoxfQ"))
                    .emailStartingWith("john")
                    .remoteControl(ListState.INVITED)
                    .on(REMOTE_CONTROL)
                    .page())
        .gives(new Page<>(List.of(), null));
  }
}
