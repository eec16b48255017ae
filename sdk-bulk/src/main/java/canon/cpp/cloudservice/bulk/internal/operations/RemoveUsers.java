package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.internal.job.RowRemoval;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes a user from lists, or from every list (D12). */
public final class RemoveUsers implements RowRemoval {
  private static final int PAGE = 1_000;

  private final CloudServiceClient client;
  private final List<Application> lists;

  /**
   * Creates the operation.
   *
   * @param lists the lists; empty for every list
   */
  public RemoveUsers(CloudServiceClient client, List<Application> lists) {
    this.client = client;
    this.lists = List.copyOf(lists);
  }

  @Override
  public String name() {
    return "removeUsers";
  }

  @Override
  public String parameters() {
    return lists.stream().map(Application::id).distinct().sorted().collect(Collectors.joining(","));
  }

  @Override
  public CompletableFuture<Optional<Found>> find(String input) {
    return client
        .users()
        .find(input)
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(found -> found.filter(this::concerns).map(RemoveUsers::toFound));
  }

  private static Found toFound(User user) {
    return new Found(new RowTarget(user.id(), user.etag()), user.canonicalEmail());
  }

  private boolean concerns(User user) {
    return lists.isEmpty()
        ? !user.applications().isEmpty()
        : lists.stream().anyMatch(list -> user.stateOn(list).isPresent());
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    return removal(row)
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(removed -> Results.of(removed, removed.value().changes()));
  }

  private Change<RemovedUser> removal(JobRow row) {
    RowTarget target = row.targetRead();
    RemoveUser removal = client.users().remove(target.id());
    String etag = target.etag();
    if (etag != null) {
      removal = removal.ifMatch(etag);
    }
    return lists.isEmpty()
        ? removal.fromEveryList()
        : removal.from(lists.get(0), lists.subList(1, lists.size()).toArray(new Application[0]));
  }

  @Override
  public long population() {
    try (Stream<User> users = client.users().list().pageSize(PAGE).stream()) {
      return users.filter(this::concerns).count();
    }
  }

  @Override
  public boolean removesMembers() {
    return true;
  }
}
