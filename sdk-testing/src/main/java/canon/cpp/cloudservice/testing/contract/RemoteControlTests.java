package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.remotecontrol.Activation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first use of the Remote Control app (D9, D15). */
abstract class RemoteControlTests extends ContractTests {
  RemoteControlTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @Test
  void theFirstUseActivatesTheUserAndTheNextChangesNothing() {
    ContractAccount user = user();
    CloudServiceClient app = clientOf(user);

    Activation first = app.remoteControl().activate().execute();
    Activation again = app.remoteControl().activate().execute();

    assertTrue(first.firstActivation());
    assertFalse(again.firstActivation());
    assertEquals(Optional.of(ListState.ACTIVE), first.user().stateOn(Application.REMOTE_CONTROL));
    assertEquals(first.user(), administrator().users().get(user.email()).execute());
  }

  @Test
  void aRemovedUserIsInvitedAgain() {
    ContractAccount user = user();
    clientOf(user).remoteControl().activate().execute();
    administrator().users().remove(user.email()).from(Application.REMOTE_CONTROL).execute();

    administrator().users().add(user.email()).execute();

    assertEquals(
        Optional.of(ListState.INVITED),
        administrator().users().get(user.email()).execute().stateOn(Application.REMOTE_CONTROL));
  }
}
