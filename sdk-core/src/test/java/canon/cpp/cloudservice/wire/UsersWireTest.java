package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.wire.Samples.JOHN;
import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.RemovedUser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        .expects("POST /v1/users/johndoe%40gmail.com/removals")
        .withBody("{\"all\":true}")
        .answering("{\"user\":%s,\"changes\":[],\"gone\":true}".formatted(JOHN_JSON))
        .when(client -> client.users().remove("johndoe@gmail.com").fromEveryList())
        .gives(new RemovedUser(JOHN, List.of(), true));
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
