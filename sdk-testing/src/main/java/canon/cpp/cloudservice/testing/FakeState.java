package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.state.StateReader;
import canon.cpp.cloudservice.testing.internal.state.StateWriter;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * All that a fake remembers at one moment: sites with members and printers, licences, tokens, and
 * the answers kept for idempotency keys. Immutable; two that are equal are the same state.
 *
 * <pre>{@code
 * FakeState before = fake.snapshot();
 * …
 * fake.restore(before);
 *
 * Files.writeString(file, fake.snapshot().toJson());
 * FakeState seed = FakeState.parse(Files.readString(file));
 * FakeCloudService another = FakeCloudService.builder().state(seed).build();
 * }</pre>
 *
 * <p>The JSON form, and what can be left out of it, is in {@code docs/fake-state.md}.
 */
public final class FakeState {
  private final StateData data;

  FakeState(StateData data) {
    this.data = data;
  }

  /**
   * Reads a state from JSON. Ids and times that are left out are given as a new fake would.
   *
   * @param json the JSON form
   * @return the state
   * @throws IllegalArgumentException if it is not, or contradicts itself, such as by one address at
   *     two sites; says where and why
   */
  public static FakeState parse(String json) {
    return new FakeState(StateReader.read(json));
  }

  /**
   * Writes the state as JSON, the same for the same state.
   *
   * @return the JSON form, on several lines
   */
  public String toJson() {
    return Json.pretty(StateWriter.write(data));
  }

  StateData data() {
    return data;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FakeState state && data.equals(state.data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  /** Shows how much there is of what. */
  @Override
  public String toString() {
    return "FakeState[sites: "
        + data.sites().size()
        + ", members: "
        + data.sites().stream().mapToInt(site -> site.members().size()).sum()
        + ", printers: "
        + data.sites().stream().mapToInt(site -> site.printers().size()).sum()
        + "]";
  }
}
