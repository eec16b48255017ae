package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** D13: of two administrators who remove each other at the same time, exactly one succeeds. */
class LastAdministratorRaceTest {
  private static final String A = "a@contoso.com";
  private static final String B = "b@contoso.com";

  private static FakeCloudService fakeOfTwo() {
    return FakeCloudService.builder().site(site -> site.administrator(A).administrator(B)).build();
  }

  private static String path(String administrator) {
    return "/v1/administrators/" + administrator;
  }

  @Test
  void anAdministratorWhoWasRemovedInTheMeantimeIsRejected() {
    try (FakeCloudService fake = fakeOfTwo()) {
      // A's request has been received and authorised, but is not decided when B's is
      Hold hold = fake.faults().on("removeAdministrator").by(FakeAccount.of(A)).hold();
      CompletableFuture<Wire.Answer> fromA = Wire.as(fake, A).deleteAsync(path(B));
      assertThat(hold.reached()).isCompleted();
      Wire.Answer fromB = Wire.as(fake, B).delete(path(A));
      hold.release();

      assertThat(fromB.status()).isEqualTo(200);
      assertThat(fromA.join().problem()).isEqualTo("403 administrator-required");
      assertThat(Wire.as(fake, B).get("/v1/administrators").json().path("items")).hasSize(1);
    }
  }

  @Test
  void removalsReleasedTogetherAreDecidedOneByOne() {
    try (FakeCloudService fake = fakeOfTwo()) {
      Hold hold = fake.faults().on("removeAdministrator").hold();
      CompletableFuture<Wire.Answer> fromA = Wire.as(fake, A).deleteAsync(path(B));
      CompletableFuture<Wire.Answer> fromB = Wire.as(fake, B).deleteAsync(path(A));
      assertThat(List.of(fromA, fromB)).noneMatch(CompletableFuture::isDone);
      hold.release();

      assertThat(Stream.of(fromA, fromB).map(answer -> answer.join().status()))
          .containsExactlyInAnyOrder(200, 403);
    }
  }

  @Test
  void aFormerAdministratorOnNoListIsUnknown() {
    try (FakeCloudService fake = fakeOfTwo()) {
      Wire.as(fake, B).delete("/v1/users/" + A);
      Hold hold = fake.faults().on("removeAdministrator").by(FakeAccount.of(A)).hold();
      CompletableFuture<Wire.Answer> fromA = Wire.as(fake, A).deleteAsync(path(B));
      Wire.as(fake, B).delete(path(A));
      hold.release();

      assertThat(fromA.join().problem()).isEqualTo("403 account-not-registered");
    }
  }

  @RepeatedTest(50)
  void exactlyOneSucceedsInAnyOrderOfThreads() {
    try (FakeCloudService fake = fakeOfTwo()) {
      CyclicBarrier start = new CyclicBarrier(2);
      CompletableFuture<Wire.Answer> fromA =
          CompletableFuture.supplyAsync(
              () -> remove(start, Wire.as(fake, A), B), task -> new Thread(task).start());
      CompletableFuture<Wire.Answer> fromB =
          CompletableFuture.supplyAsync(
              () -> remove(start, Wire.as(fake, B), A), task -> new Thread(task).start());

      assertThat(Stream.of(fromA, fromB).map(answer -> answer.join().problem()))
          .containsExactlyInAnyOrder("200 ", "403 administrator-required");
    }
  }

  private static Wire.Answer remove(CyclicBarrier start, Wire who, String whom) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return who.delete(path(whom));
  }
}
