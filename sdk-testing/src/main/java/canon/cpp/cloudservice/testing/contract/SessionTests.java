package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in and out, and the site (D4, D10, D30 to D32). */
abstract class SessionTests extends ContractTests {
  SessionTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @Test
  void returnsAccountSiteAndRoles() {
    SignedIn signedIn = administrator().session().signIn().execute();
    Session session = administrator().session().get().execute();

    assertFalse(signedIn.firstSignIn());
    assertEquals(signedIn.session(), session);
    assertEquals(List.of(Role.ADMINISTRATOR), session.roles());
    assertEquals(administrator().site().get().execute(), session.site());
  }

  @Test
  void aUserSignsInWithoutRoles() {
    CloudServiceClient user = clientOf(user());

    SignedIn first = user.session().signIn().execute();
    SignedIn again = user.session().signIn().execute();

    assertTrue(first.firstSignIn());
    assertFalse(again.firstSignIn());
    assertEquals(List.of(), first.session().roles());
    assertEquals(administrator().site().get().execute(), first.session().site());
  }

  @Test
  void thereIsNoSessionBeforeTheFirstSignIn() {
    CloudServiceClient user = clientOf(user());

    assertEquals("sign-in-required", rejection(() -> user.session().get().execute()));
  }

  @Test
  void loggingOutTwiceSucceedsAndIsReported() {
    CloudServiceClient one = administrator().withToken(disposableToken(endpoint().administrator()));

    assertEquals(SignOutResult.ENDED, one.session().signOut().execute().result());
    assertEquals(SignOutResult.ALREADY_ENDED, one.session().signOut().execute().result());
  }

  @Test
  void otherTokensOfTheAccountStayValid() {
    CloudServiceClient other = administrator();
    CloudServiceClient one = other.withToken(disposableToken(endpoint().administrator()));

    one.session().signOut().execute();

    assertEquals(List.of(Role.ADMINISTRATOR), other.session().get().execute().roles());
  }
}
