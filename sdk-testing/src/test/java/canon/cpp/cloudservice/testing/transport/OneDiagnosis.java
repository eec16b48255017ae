package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A program that diagnoses an address and prints each check with its finding and its remedy.
 *
 * <p>Arguments: the transport's name, the address, and the trust anchor as PEM.
 */
public final class OneDiagnosis {
  private OneDiagnosis() {}

  public static void main(String[] arguments) {
    var builder = arguments[0].equals("jdk") ? HttpTransport.jdk() : HttpTransport.urlConnection();
    var anchor = arguments[2].getBytes(StandardCharsets.UTF_8);
    builder.trust(TrustSettings.system().withTrustAnchors(anchor)).proxy(ProxySettings.none());
    try (var transport = builder.build();
        var client =
            CloudServiceClient.builder(URI.create(arguments[1])).transport(transport).build()) {
      for (var check : client.diagnose().execute().checks()) {
        System.out.println(
            check.kind() + " " + check.state() + ": " + check.finding() + " | " + check.remedy());
      }
    }
  }
}
