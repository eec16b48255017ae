package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A state contains the stored responses: no client may use their keys again. */
class KeysAfterRestoringTest {
  private static final String ADMIN = "admin@contoso.com";

  private static FakeCloudService fake() {
    return FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  }

  private static FakeCloudService goingOnFrom(FakeState state) {
    return FakeCloudService.builder().state(state).build();
  }

  private static void addAndRemove(CloudServiceClient admin, String email) {
    admin.users().add(email).execute();
    assertThat(admin.users().find(email).execute()).isPresent();
    admin.users().remove(email).fromEveryList().execute();
    assertThat(admin.users().find(email).execute()).isEmpty();
  }

  private static FakeState played() {
    try (FakeCloudService fake = fake()) {
      addAndRemove(fake.client(ADMIN), "john@contoso.com");
      return fake.snapshot();
    }
  }

  private static List<String> keys(FakeCloudService fake) {
    return fake.log().of("addUser").stream()
        .filter(LoggedRequest::applied)
        .map(LoggedRequest::idempotencyKey)
        .toList();
  }

  @Test
  void aFakeThatStartsWithAStateAppliesChanges() {
    try (FakeCloudService fake = goingOnFrom(played())) {
      addAndRemove(fake.client(ADMIN), "john@contoso.com");
      addAndRemove(fake.client(ADMIN), "jane@contoso.com");

      fake.log().expectAny().replayed().never();
    }
  }

  @Test
  void aFakeThatRestoresTheStateOfAnotherAppliesChanges() {
    try (FakeCloudService fake = fake()) {
      CloudServiceClient admin = fake.client(ADMIN);
      fake.restore(played());

      addAndRemove(admin, "jane@contoso.com");
    }
  }

  @Test
  void eachFakeOfAChainAppliesChanges() {
    FakeState state = played();
    for (int i = 0; i < 3; i++) {
      try (FakeCloudService fake = goingOnFrom(state)) {
        addAndRemove(fake.client(ADMIN), "john@contoso.com");
        state = fake.snapshot();
      }
    }
    try (FakeCloudService last = fake()) {
      last.restore(state);
      addAndRemove(last.client(ADMIN), "john@contoso.com");
    }
  }

  @Test
  void aClientNeverUsesAKeyTwiceWhateverIsRestored() {
    try (FakeCloudService fake = fake()) {
      CloudServiceClient admin = fake.client(ADMIN);
      FakeState seeded = fake.snapshot();
      addAndRemove(admin, "john@contoso.com");
      FakeState later = fake.snapshot();
      for (FakeState state : List.of(seeded, later, seeded, later)) {
        fake.restore(state);
        addAndRemove(admin, "jane@contoso.com");
      }

      assertThat(keys(fake)).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Test
  void theKeysAreTheSameInEveryRun() {
    FakeState state = played();
    try (FakeCloudService one = goingOnFrom(state);
        FakeCloudService another = goingOnFrom(state)) {
      addAndRemove(one.client(ADMIN), "john@contoso.com");
      addAndRemove(another.client(ADMIN), "john@contoso.com");

      assertThat(keys(one)).isEqualTo(keys(another)).doesNotContainNull();
    }
  }
}
