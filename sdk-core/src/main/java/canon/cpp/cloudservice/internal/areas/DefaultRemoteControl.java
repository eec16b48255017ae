package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;

/** The operation of the Remote Control app. */
public final class DefaultRemoteControl extends Area implements RemoteControl {

  public DefaultRemoteControl(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public Change<Activation> activate() {
    return change(
        OperationBuilder.of(OperationId.ACTIVATE_REMOTE_CONTROL)
            .reading(DefaultRemoteControl::activation));
  }

  static Activation activation(JsonObject json) {
    return new Activation(json.flag("firstActivation"), json.object("user", MembershipJson::user));
  }
}
