package canon.cpp.cloudservice.testing.internal.remotecontrol;

import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.membership.MemberJson;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Activates Remote Control at the first use of the app with the user's own account: D9, D33. */
public final class RemoteControlOperations {
  private final Accounts accounts;
  private final Members members;

  public RemoteControlOperations(Accounts accounts, Members members) {
    this.accounts = accounts;
    this.members = members;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.change(
            "activateRemoteControl", "POST", "/v1/remote-control/activation", this::activate));
  }

  private ObjectNode activate(OperationContext context) {
    Member member =
        accounts
            .identify(context.account())
            .member()
            .filter(found -> found.stateOn(ApplicationList.REMOTE_CONTROL).isPresent())
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_ON_REMOTE_CONTROL_LIST));
    context.errors().check();
    accounts.bind(member, context.account());
    boolean first = members.activate(member);
    ObjectNode result = Json.object().put("firstActivation", first);
    result.set("user", MemberJson.user(member));
    return result;
  }
}
