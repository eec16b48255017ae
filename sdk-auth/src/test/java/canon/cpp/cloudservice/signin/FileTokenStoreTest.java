package canon.cpp.cloudservice.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sign-ins in files, and all the ways in which such files can be invalid. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "FileTokenStore rejects file systems without POSIX permissions")
class FileTokenStoreTest {
  private static final SecretKey KEY = key(1);
  private static final byte[] SIGN_IN = "refresh-token-of-john".getBytes(UTF_8);
  private static final String NAME = "john@contoso.com";

  @TempDir Path parent;
  private Path directory;
  private FileTokenStore store;

  @BeforeEach
  void open() {
    directory = parent.resolve("sign-ins");
    store = FileTokenStore.in(directory, KEY);
  }

  @Test
  void theLastSavedSignInIsLoadedAlsoAfterARestart() {
    assertThat(store.load(NAME)).isEmpty();

    store.save(NAME, "older".getBytes(UTF_8));
    store.save(NAME, SIGN_IN);
    store.save("another", "other".getBytes(UTF_8));

    assertThat(FileTokenStore.in(directory, KEY).load(NAME)).contains(SIGN_IN);
  }

  @Test
  void aSignInIsSavedOnlyIfItsVersionIsTheExpectedOne() {
    String first = store.saveIfUnchanged(NAME, SIGN_IN, null).orElseThrow();
    assertThat(store.saveIfUnchanged(NAME, "other".getBytes(UTF_8), null)).isEmpty();
    assertThat(store.loadVersioned(NAME).orElseThrow().version()).isEqualTo(first);
    assertThat(store.load(NAME)).contains(SIGN_IN);

    String second = store.saveIfUnchanged(NAME, SIGN_IN, first).orElseThrow();
    assertThat(second).as("of the same content").isNotEqualTo(first);
    assertThat(store.saveIfUnchanged(NAME, "other".getBytes(UTF_8), first)).isEmpty();

    store.save(NAME, SIGN_IN);
    assertThat(store.saveIfUnchanged(NAME, "other".getBytes(UTF_8), second)).isEmpty();
    store.delete(NAME);
    assertThat(store.saveIfUnchanged(NAME, "other".getBytes(UTF_8), second)).isEmpty();
    assertThat(store.load(NAME)).isEmpty();
  }

  @Test
  void aDeletedSignInIsNotLoaded() throws IOException {
    store.save(NAME, SIGN_IN);
    Files.copy(only(".signin"), directory.resolve(only(".signin").getFileName() + ".new"));

    store.delete(NAME);
    store.delete(NAME);

    assertThat(store.load(NAME)).isEmpty();
    assertThat(files()).extracting(Path::getFileName).map(Path::toString).containsExactly("lock");
  }

  @Test
  void filesArePrivateAndEncrypted() throws IOException {
    store.save(NAME, SIGN_IN);

    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(files())
        .hasSize(2)
        .allSatisfy(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
    assertThat(only(".signin").toString()).doesNotContain("john");
    assertThat(new String(Files.readAllBytes(only(".signin")), ISO_8859_1))
        .doesNotContain("john")
        .doesNotContain("refresh");
  }

  @Test
  void anotherKeyIsReportedAndChangesNothing() {
    store.save(NAME, SIGN_IN);
    FileTokenStore other = FileTokenStore.in(directory, key(2));

    assertThatThrownBy(() -> other.load(NAME))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("sealed with another key")
        .hasMessageNotContaining("john");

    assertThat(store.load(NAME)).contains(SIGN_IN);
  }

  @Test
  void aDamagedOrTruncatedFileIsReportedAndNotChanged() throws IOException {
    store.save(NAME, SIGN_IN);
    Path file = only(".signin");
    byte[] good = Files.readAllBytes(file);

    for (int length : new int[] {0, 1, 20, good.length - 1}) {
      byte[] truncated = Arrays.copyOf(good, length);
      Files.write(file, truncated);
      assertThatThrownBy(() -> store.load(NAME)).isInstanceOf(TokenStoreException.class);
      assertThat(Files.readAllBytes(file)).isEqualTo(truncated);
    }
    for (int i = 0; i < good.length; i++) {
      byte[] damaged = good.clone();
      damaged[i] ^= 0x40;
      Files.write(file, damaged);
      assertThatThrownBy(() -> store.load(NAME))
          .isInstanceOf(TokenStoreException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aFileUnderAnotherNameIsRejected() throws IOException {
    store.save(NAME, SIGN_IN);
    Path file = only(".signin");
    store.save("mallory", "other".getBytes(UTF_8));
    Path another =
        files().stream()
            .filter(f -> f.toString().endsWith(".signin") && !f.equals(file))
            .findFirst()
            .orElseThrow();
    Files.write(another, Files.readAllBytes(file));

    assertThatThrownBy(() -> store.load("mallory"))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("belongs to something else");
  }

  @Test
  void filesLeftByACrashDoNotPreventSaving() throws IOException {
    store.save(NAME, "older".getBytes(UTF_8));
    Files.write(directory.resolve(only(".signin").getFileName() + ".new"), new byte[] {1, 2});

    assertThat(store.load(NAME)).contains("older".getBytes(UTF_8));
    store.save(NAME, SIGN_IN);
    assertThat(store.load(NAME)).contains(SIGN_IN);
  }

  @Test
  void aDirectoryAccessibleToOthersIsRejected() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(() -> FileTokenStore.in(directory, KEY))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("rwxr-x---");
  }

  @Test
  void aFileReadableByOthersIsRejected() throws IOException {
    store.save(NAME, SIGN_IN);
    Files.setPosixFilePermissions(only(".signin"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> store.load(NAME))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("rw-r--r--");
  }

  @Test
  void aSymbolicLinkAsDirectoryIsRejected() throws IOException {
    Path link = Files.createSymbolicLink(parent.resolve("link"), directory);

    assertThatThrownBy(() -> FileTokenStore.in(link, KEY))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("link");
  }

  @Test
  void aSymbolicLinkAsFileIsNeitherReadNorFollowedNorReplaced() throws IOException {
    store.save(NAME, SIGN_IN);
    Path file = only(".signin");
    Path elsewhere = Files.move(file, parent.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);

    assertThatThrownBy(() -> store.load(NAME)).isInstanceOf(TokenStoreException.class);
    assertThatThrownBy(() -> store.save(NAME, SIGN_IN)).isInstanceOf(TokenStoreException.class);
    store.delete(NAME);
    assertThat(elsewhere).exists();
  }

  @Test
  void aDirectoryOfAnotherUserIsRejected() throws IOException {
    assumeThat(becomesForeign(directory)).as("may change the owner of files").isTrue();

    assertThatThrownBy(() -> FileTokenStore.in(directory, KEY))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("another user");
  }

  @Test
  void aFileOfAnotherUserIsRejected() throws IOException {
    store.save(NAME, SIGN_IN);
    assumeThat(becomesForeign(only(".signin"))).as("may change the owner of files").isTrue();

    assertThatThrownBy(() -> store.load(NAME)).hasMessageContaining("another user");
    assertThatThrownBy(() -> store.save(NAME, SIGN_IN)).hasMessageContaining("another user");
  }

  @Test
  void aWeakKeyAndAMissingParentAreRejected() {
    assertThatThrownBy(() -> FileTokenStore.in(directory, new SecretKeySpec(new byte[16], "AES")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("256 bits");
    assertThatThrownBy(() -> FileTokenStore.in(parent.resolve("no/such"), KEY))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("NoSuchFileException");
  }

  private static boolean becomesForeign(Path path) {
    try {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private Path only(String ending) throws IOException {
    return files().stream().filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return new SecretKeySpec(bytes, "AES");
  }
}
