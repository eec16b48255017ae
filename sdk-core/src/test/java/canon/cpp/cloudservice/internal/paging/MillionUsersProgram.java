package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.net.URI;

/** Counts the users of a service: {@code MillionUsersProgram ADDRESS TRANSPORT PREFETCH}. */
final class MillionUsersProgram {
  private MillionUsersProgram() {}

  public static void main(String[] arguments) {
    HttpTransport transport =
        arguments[1].equals("jdk")
            ? HttpTransport.jdk().build()
            : HttpTransport.urlConnection().build();
    try (transport;
        CloudServiceClient client =
            CloudServiceClient.builder(URI.create(arguments[0])).transport(transport).build()) {
      ListUsers list = client.withToken("token").users().list().pageSize(1000);
      long users = 0;
      for (User user : Boolean.parseBoolean(arguments[2]) ? list.prefetch() : list) {
        if (user.id().equals("usr_" + users)) {
          users++;
        }
      }
      System.out.println(users);
    }
  }
}
