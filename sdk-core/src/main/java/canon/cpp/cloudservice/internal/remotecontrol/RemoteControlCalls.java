package canon.cpp.cloudservice.internal.remotecontrol;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Write;
import canon.cpp.cloudservice.internal.membership.MembershipJson;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;

/** The operation of the Remote Control app. */
public final class RemoteControlCalls implements RemoteControl {
  private final Caller caller;

  public RemoteControlCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Change<Activation> activate() {
    return new Write<>(
        caller,
        OperationDraft.post("activateRemoteControl", "/v1/remote-control/activation")
            .answering(
                json ->
                    new Activation(
                        json.flag("firstActivation"), json.object("user", MembershipJson::user))));
  }
}
