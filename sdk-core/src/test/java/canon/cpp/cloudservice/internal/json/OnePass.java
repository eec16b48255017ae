package canon.cpp.cloudservice.internal.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads documents in one pass or not at all, for the tests of the readers. */
public final class OnePass {
  private OnePass() {}

  /** Returns what was read, or null if that is not possible in one pass. */
  public static <T> @Nullable T read(byte[] bytes, Function<JsonObject, T> reader) {
    return JsonStream.read(bytes, reader);
  }
}
