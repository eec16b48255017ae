package canon.cpp.cloudservice.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenStore} that several processes can share safely, because it can save on the
 * condition that nothing has changed.
 *
 * <p>Many identity providers replace the refresh token at each renewal, and end the sign-in when an
 * old one is used again. With a store of this kind, the providers of one sign-in renew it one after
 * the other, in however many processes they are; with a plain {@code TokenStore}, two that renew at
 * the same moment may end it.
 *
 * <p>In a database, the version is a column with a new random value for each save, and {@link
 * #saveIfUnchanged} is an {@code UPDATE … WHERE name = ? AND version = ?} or an {@code INSERT} that
 * fails for an existing name. A counter does not suffice: a sign-in that is deleted and saved again
 * must not have a version that another process remembers. The back end in {@code
 * sdk-examples/remote-control} of the source repository has such a store.
 */
public interface VersionedTokenStore extends TokenStore {

  /**
   * Reads a sign-in and its version.
   *
   * @param name the name of the sign-in
   * @return what was saved last, or empty
   * @throws TokenStoreException if there is a sign-in that cannot be read
   */
  Optional<StoredSignIn> loadVersioned(String name);

  /**
   * Saves a sign-in if the stored one still has a certain version. Comparison and save are one
   * atomic step, also for other processes. {@link #save} and {@link #delete} change the version
   * too.
   *
   * @param name the name of the sign-in
   * @param signIn what to store; opaque to the store
   * @param version the expected version; null to expect that no sign-in is stored
   * @return the new version; empty if the stored version is another one, and nothing was saved
   * @throws TokenStoreException if it cannot be saved; the stored sign-in is unchanged
   */
  Optional<String> saveIfUnchanged(String name, byte[] signIn, @Nullable String version);
}
