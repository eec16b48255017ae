package canon.cpp.cloudservice.testing.android;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ErrorMessages;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.User;
import java.net.URI;
import java.util.Locale;

/** A small application, for which shrinkers keep only what it needs of the SDK and Jackson. */
final class SmallApp {
  private SmallApp() {}

  /** Runs some calls against the service at {@code arguments[0]}, with token {@code [1]}. */
  public static void main(String[] arguments) {
    try (HttpTransport transport = HttpTransport.urlConnection().build();
        CloudServiceClient client =
            CloudServiceClient.builder(URI.create(arguments[0])).transport(transport).build()) {
      CloudServiceClient admin = client.withToken(arguments[1]);
      AddedUser added = admin.users().add("john@contoso.com").execute();
      for (User user : admin.users().list()) {
        System.out.println("listed " + user.email());
      }
      admin.users().remove(added.user().id()).fromEveryList().execute();
      try {
        admin.users().get("john@contoso.com").executeAsync().join();
      } catch (java.util.concurrent.CompletionException e) {
        System.out.println("code " + ((NotFoundException) e.getCause()).code().id());
        System.out.println("says " + ErrorMessages.forUser(e, Locale.FRENCH).startsWith("Cet élé"));
      }
    }
  }
}
