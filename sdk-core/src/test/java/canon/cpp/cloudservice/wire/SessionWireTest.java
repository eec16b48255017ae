package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;

import canon.cpp.cloudservice.session.Account;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.session.SignedOut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void signIn() {
    service
        .expects("POST /v1/session")
        .answering(
            """
            {"account":{"provider":"google","email":"John.Doe@gmail.com",
               "canonicalEmail":"johndoe@gmail.com"},
             "roles":[],"site":%s,"firstSignIn":true}"""
                .formatted(SITE_JSON))
        .when(client -> client.session().signIn())
        .gives(
            new SignedIn(
                new Session(
                    new Account(IdentityProvider.GOOGLE, "John.Doe@gmail.com", "johndoe@gmail.com"),
                    List.of(),
                    SITE),
                true));
  }

  @Test
  void getSessionOfAnApplicationPrincipal() {
    service
        .expects("GET /v1/session")
        .answering(
            "{\"account\":{\"provider\":\"microsoft\"},\"roles\":[\"administrator\"],\"site\":%s}"
                .formatted(SITE_JSON))
        .when(client -> client.session().get())
        .gives(
            new Session(
                new Account(IdentityProvider.MICROSOFT, null, null),
                List.of(Role.ADMINISTRATOR),
                SITE));
  }

  @Test
  void signOut() {
    service
        .expects("DELETE /v1/session")
        .answering("{\"result\":\"ended\"}")
        .when(client -> client.session().signOut())
        .gives(new SignedOut(SignOutResult.ENDED));
  }
}
