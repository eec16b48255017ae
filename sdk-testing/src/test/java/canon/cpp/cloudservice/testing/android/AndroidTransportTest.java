package canon.cpp.cloudservice.testing.android;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.transport.HttpTransportKit;
import canon.cpp.cloudservice.testing.transport.TransportSetup;
import canon.cpp.cloudservice.testing.transport.TransportSetups;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The transport on HttpURLConnection passes the transport kit on Android's HTTP stack. */
@OnAndroidStack
class AndroidTransportTest extends HttpTransportKit {
  @Override
  protected HttpTransport open(TransportSetup setup) {
    return AndroidStack.open(builder -> TransportSetups.apply(setup, builder));
  }

  @Override
  protected boolean sendsOnce() {
    return false;
  }

  /** Android reports a 407 without a proxy as a protocol error. */
  @Override
  protected boolean returnsStatus407() {
    return false;
  }

  @Test
  void connectionsBelongToTheTestedStack() throws Exception {
    String stack = AndroidStack.install();

    assertThat(new URL("http://localhost/").openConnection().getClass().getName())
        .startsWith(stack);
    assertThat(new URL("https://localhost/").openConnection().getClass().getName())
        .startsWith(stack);
  }
}
