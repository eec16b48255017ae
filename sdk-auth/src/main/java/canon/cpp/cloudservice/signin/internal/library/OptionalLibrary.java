package canon.cpp.cloudservice.signin.internal.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out whether the modules of an optional library are present.
 *
 * <p>Each lookup is a {@code Class.forName} with a constant name in the caller's source, which the
 * analysis of native images recognises. If this library is a module and the optional one is on the
 * class path, reading the class path is added; otherwise its first use would end with an {@link
 * IllegalAccessError}.
 */
public final class OptionalLibrary {

  /** Loads one class of a module, by a constant name. */
  @FunctionalInterface
  public interface Lookup {
    Class<?> load() throws ClassNotFoundException;
  }

  private OptionalLibrary() {}

  /**
   * Returns the names of the modules that are missing.
   *
   * @param lookups one lookup for each module name
   */
  public static List<String> missing(Map<String, Lookup> lookups) {
    List<String> missing = new ArrayList<>();
    new TreeMap<>(lookups)
        .forEach(
            (name, lookup) -> {
              if (!isPresent(lookup)) {
                missing.add(name);
              }
            });
    return Collections.unmodifiableList(missing);
  }

  private static boolean isPresent(Lookup lookup) {
    Module here = OptionalLibrary.class.getModule();
    try {
      Module found = lookup.load().getModule();
      if (!found.isNamed() && !here.canRead(found)) {
        Module unused = here.addReads(found);
      }
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
