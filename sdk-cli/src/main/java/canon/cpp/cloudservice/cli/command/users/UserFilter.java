package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.ListUsers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select users. */
public final class UserFilter {
  @Option(
      names = "--on",
      paramLabel = "APPLICATION",
      description =
          "Only users on this list: prismalytics-dashboard, remote-match or remote-control.")
  private @Nullable String application;

  @Option(names = "--invited", description = "Only users who have not used Remote Control yet.")
  private boolean invited;

  @Option(names = "--active", description = "Only users who have used Remote Control.")
  private boolean active;

  @Option(
      names = "--email",
      paramLabel = "TEXT",
      description = "Only users whose address begins with this text.")
  private @Nullable String email;

  ListUsers list(CloudServiceClient client) {
    ListUsers users = client.users().list();
    users = application == null ? users : users.on(Application.of(application));
    users = invited ? users.remoteControl(ListState.INVITED) : users;
    users = active ? users.remoteControl(ListState.ACTIVE) : users;
    return email == null ? users : users.emailStartingWith(email);
  }
}
