package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.state.StateReader;
import canon.cpp.cloudservice.testing.internal.state.StateWriter;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a fake stores at one moment: sites with members and printers, licences, tokens,
 * and the responses kept for idempotency keys. Immutable. Two states are equal if their content is
 * equal.
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
 * <p>The JSON form and its optional parts are described in {@code docs/fake-state.md}.
 */
public final class FakeState {
  private final StateData data;

  FakeState(StateData data) {
    this.data = data;
  }

  /**
   * Reads a state from JSON. Missing ids and times are assigned as in a new fake.
   *
   * @param json the JSON form
   * @return the state
   * @throws IllegalArgumentException if the text is not a state, or contradicts itself, for example
   *     by one address at two sites; the message says where and why
   */
  public static FakeState parse(String json) {
    return new FakeState(StateReader.read(json));
  }

  /**
   * Writes the state as JSON. Equal states give equal text.
   *
   * @return the JSON form, indented
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

  /** Returns the numbers of sites, members and printers. */
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
