package canon.cpp.cloudservice.examples.remotecontrol.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RemoteControlDemoTest {
  @Test
  void theWalkThroughEndsAsItSays() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    RemoteControlDemo.run(new PrintStream(out, true, UTF_8));

    assertThat(out.toString(UTF_8))
        .contains("The service has applied 1 change.")
        .contains("Microsoft has rejected 0 renewals.")
        .contains("401 {\"detail\":\"The token is for another audience.\"")
        .endsWith("401 {\"detail\":\"The user is not signed in.\",\"status\":401}\n");
  }
}
