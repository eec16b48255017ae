package canon.cpp.cloudservice.signin;

import java.util.Optional;

/**
 * Stores sign-ins, so that users need not sign in again after a restart. Without a store, sign-ins
 * are held in memory only.
 *
 * <p>A stored sign-in lets its holder act as the user, so an implementation encrypts it. It is safe
 * for use by many threads. If several processes share a store, implement {@link
 * VersionedTokenStore}.
 */
public interface TokenStore {

  /**
   * Reads a sign-in.
   *
   * @param name the name of the sign-in, which the host chooses: one for each user
   * @return what was saved last, or empty
   * @throws TokenStoreException if there is a sign-in that cannot be read
   */
  Optional<byte[]> load(String name);

  /**
   * Saves a sign-in completely, or not at all.
   *
   * @param name the name of the sign-in
   * @param signIn what to store; opaque to the store
   * @throws TokenStoreException if it cannot be saved; the stored sign-in is unchanged
   */
  void save(String name, byte[] signIn);

  /**
   * Deletes a sign-in. Does nothing if it does not exist.
   *
   * @param name the name of the sign-in
   * @throws TokenStoreException if it cannot be deleted
   */
  void delete(String name);
}
