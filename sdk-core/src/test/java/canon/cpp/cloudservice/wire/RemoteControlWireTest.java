package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.JOHN;
import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;

import canon.cpp.cloudservice.remotecontrol.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteControlWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void activateRemoteControl() {
    service
        .expects("POST /v1/remote-control/activation")
        .answering("{\"firstActivation\":true,\"user\":%s}".formatted(JOHN_JSON))
        .when(client -> client.remoteControl().activate())
        .gives(new Activation(true, JOHN));
  }
}
