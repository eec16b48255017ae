package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.signin.StoredSignIn;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.VersionedTokenStore;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a store without versions: the content is the version. Comparison and save are two steps,
 * between which another process can save.
 */
record UnversionedStore(TokenStore store) implements VersionedTokenStore {

  @Override
  public Optional<StoredSignIn> loadVersioned(String name) {
    return load(name).map(signIn -> StoredSignIn.of(signIn, version(signIn)));
  }

  @Override
  public Optional<String> saveIfUnchanged(String name, byte[] signIn, @Nullable String version) {
    if (!load(name).map(UnversionedStore::version).equals(Optional.ofNullable(version))) {
      return Optional.empty();
    }
    save(name, signIn);
    return Optional.of(version(signIn));
  }

  @Override
  public Optional<byte[]> load(String name) {
    return store.load(name);
  }

  @Override
  public void save(String name, byte[] signIn) {
    store.save(name, signIn.clone());
  }

  @Override
  public void delete(String name) {
    store.delete(name);
  }

  private static String version(byte[] signIn) {
    return Base64.getEncoder().encodeToString(signIn);
  }

  @Override
  public String toString() {
    return "UnversionedStore";
  }
}
