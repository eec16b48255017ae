package canon.cpp.cloudservice.benchmarks;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.benchmarks.server.CannedServer;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.membership.AddedUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Adding thousands of users, in clear to a server on this machine: as a bulk job with a journal,
 * without one, and by asynchronous calls whose number in flight a semaphore limits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class BulkBenchmark {
  /** The number of calls in flight at most. */
  @Param({"1", "8", "64"})
  public int inFlight;

  /** The number of rows. */
  @Param("10000")
  public int rows;

  private List<String> addresses;
  private CannedServer server;
  private CloudServiceClient client;
  private CloudServiceClient admin;
  private Path folder;

  @Setup
  public void start() throws IOException {
    addresses = IntStream.range(0, rows).mapToObj(row -> "user" + row + "@contoso.com").toList();
    server = CannedServer.start();
    client = CloudServiceClient.builder(server.address()).build();
    admin = client.withToken(AccessToken.of("not-a-real-token"));
    folder = Files.createTempDirectory("bulk-benchmark");
  }

  @TearDown
  public void stop() throws IOException {
    client.close();
    server.close();
    Files.delete(folder);
  }

  @Benchmark
  public long jobWithJournal() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    try {
      return done(
          Bulk.with(admin).addUsers(addresses).journal(journal).maxConcurrency(inFlight).execute());
    } finally {
      Files.deleteIfExists(journal);
    }
  }

  @Benchmark
  public long jobWithoutJournal() {
    return done(Bulk.with(admin).addUsers(addresses).maxConcurrency(inFlight).execute());
  }

  @Benchmark
  public long calls() throws InterruptedException {
    Semaphore free = new Semaphore(inFlight);
    for (String address : addresses) {
      free.acquire();
      CompletableFuture<AddedUser> added =
          admin.users().add(address).timeout(Duration.ofMinutes(1)).executeAsync();
      CompletableFuture<AddedUser> unused = added.whenComplete((user, failure) -> free.release());
    }
    free.acquire(inFlight);
    return addresses.size();
  }

  private long done(BulkReport report) {
    long done = report.count(ItemResult.DONE);
    if (done != addresses.size()) {
      throw new IllegalStateException("Only " + done + " users were added: " + report);
    }
    return done;
  }
}
