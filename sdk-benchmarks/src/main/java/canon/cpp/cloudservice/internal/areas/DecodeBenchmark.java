package canon.cpp.cloudservice.internal.areas;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.benchmarks.peers.HandWritten;
import canon.cpp.cloudservice.benchmarks.server.Users;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.membership.User;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Decoding alone: a page of users that is in memory. In the package of the codecs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  /** How many users are on the page; 0 for one user that is not on a page. */
  @Param({"0", "100", "1000"})
  public int users;

  private final ObjectMapper jackson = new ObjectMapper();
  private byte[] body = new byte[0];

  @Setup
  public void write() {
    body = (users == 0 ? Users.one(0) : Users.page(users)).getBytes(UTF_8);
  }

  @Benchmark
  public Object handWritten() throws IOException {
    return users == 0 ? HandWritten.user(body) : HandWritten.page(body);
  }

  @Benchmark
  public Object databindRecords() throws IOException {
    return users == 0
        ? jackson.readValue(body, HandWritten.User.class)
        : jackson.readValue(body, HandWritten.Page.class);
  }

  @Benchmark
  public Object codec() {
    return users == 0
        ? JsonObject.read(body, MembershipJson::user)
        : JsonObject.read(body, DecodeBenchmark::page);
  }

  private static Page<User> page(JsonObject json) {
    List<User> items = json.objects("items", MembershipJson::user);
    return new Page<>(items, PageToken.of(json.string("nextPageToken")));
  }
}
