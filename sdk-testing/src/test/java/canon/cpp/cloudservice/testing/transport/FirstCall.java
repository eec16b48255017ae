package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;

/** A program that executes one call. Arguments: the transport's name, the address, the token. */
public final class FirstCall {
  private FirstCall() {}

  public static void main(String[] arguments) {
    var builder = arguments[0].equals("jdk") ? HttpTransport.jdk() : HttpTransport.urlConnection();
    try (HttpTransport transport = builder.build();
        CloudServiceClient client =
            CloudServiceClient.builder(URI.create(arguments[1])).transport(transport).build()) {
      System.out.println(
          "read " + client.withToken(arguments[2]).session().get().execute().account().email());
    }
  }
}
