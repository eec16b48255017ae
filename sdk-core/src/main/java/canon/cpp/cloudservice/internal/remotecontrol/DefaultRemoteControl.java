package canon.cpp.cloudservice.internal.remotecontrol;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.membership.MembershipJson;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;

/** The operation of the Remote Control app. */
public final class DefaultRemoteControl implements RemoteControl {
  private final OperationExecutor caller;

  public DefaultRemoteControl(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public Change<Activation> activate() {
    return new ChangeCall<>(
        caller,
        OperationBuilder.post("activateRemoteControl", "/v1/remote-control/activation")
            .answering(
                json ->
                    new Activation(
                        json.flag("firstActivation"), json.object("user", MembershipJson::user))));
  }
}
