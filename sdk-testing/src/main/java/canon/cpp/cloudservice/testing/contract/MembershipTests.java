package canon.cpp.cloudservice.testing.contract;

import static canon.cpp.cloudservice.testing.contract.ContractOperation.ACTIVATE_REMOTE_CONTROL;
import static canon.cpp.cloudservice.testing.contract.ContractOperation.GET_SESSION;
import static canon.cpp.cloudservice.testing.contract.ContractOperation.SIGN_OUT;

import canon.cpp.cloudservice.Application;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests whose account is not allowed to make them (403). */
abstract class MembershipTests extends ContractTests {
  MembershipTests(CloudServiceContractKit kit) {
    super(kit);
  }

  /** D4. */
  @TestFactory
  Stream<DynamicTest> anUnknownAccountIsRejected() {
    ContractAccount stranger = unknownAccount();
    return forEach(
        any -> true, each -> call(each, stranger).isRejected("403 account-not-registered"));
  }

  /** D33. */
  @TestFactory
  Stream<DynamicTest> anUnverifiedAddressIsRejected() {
    invitedAdministrator();
    ContractAccount account =
        endpoint()
            .spareWithUnverifiedEmail()
            .orElseThrow(missing("account with an unverified address"));
    return forEach(
        operation -> operation != SIGN_OUT,
        each -> call(each, account).isRejected("403 email-not-verified"));
  }

  /** D33. */
  @TestFactory
  Stream<DynamicTest> anotherAccountWithTheAddressIsRejected() {
    clientOf(invitedAdministrator()).session().signIn().execute();
    ContractAccount impostor =
        endpoint().spareImpostor().orElseThrow(missing("second account with one address"));
    return forEach(
        operation -> operation != SIGN_OUT,
        each -> call(each, impostor).isRejected("403 account-mismatch"));
  }

  /** D11. */
  @TestFactory
  Stream<DynamicTest> anInvitedAdministratorHasToSignIn() {
    ContractAccount invited = invitedAdministrator();
    return forEach(
        operation -> operation.isForAdministrators() || operation == GET_SESSION,
        each -> call(each, invited).isRejected("403 sign-in-required"));
  }

  /** D7. */
  @TestFactory
  Stream<DynamicTest> aUserWithoutTheRoleIsRejected() {
    ContractAccount user = user();
    return forEach(
        ContractOperation::isForAdministrators,
        each -> call(each, user).isRejected("403 administrator-required"));
  }

  /** D9. */
  @Test
  void aUserWhoIsNotOnTheRemoteControlListCannotActivateIt() {
    ContractAccount user = user();
    administrator().users().remove(user.email()).from(Application.REMOTE_CONTROL).execute();
    call(ACTIVATE_REMOTE_CONTROL, user).isRejected("403 not-on-remote-control-list");
  }
}
