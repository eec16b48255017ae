package canon.cpp.cloudservice.signin;

import java.util.Optional;

/**
 * Keeps sign-ins over restarts. Without a store they live in memory only.
 *
 * <p>What is kept lets its holder act as the person, so an implementation encrypts it. Safe for use
 * by many threads.
 */
public interface TokenStore {

  /**
   * Reads a sign-in.
   *
   * @param name which, as chosen by the host: one for each person
   * @return what was saved last, or empty
   * @throws TokenStoreException if there is something that cannot be read
   */
  Optional<byte[]> load(String name);

  /**
   * Saves a sign-in: all of it, or nothing.
   *
   * @param name which
   * @param signIn what to keep; not to be interpreted
   * @throws TokenStoreException if it cannot be saved; what was saved before stays
   */
  void save(String name, byte[] signIn);

  /**
   * Deletes a sign-in; nothing happens if there is none.
   *
   * @param name which
   * @throws TokenStoreException if it cannot be deleted
   */
  void delete(String name);
}
