package canon.cpp.cloudservice.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system without POSIX permissions, as on Windows; here that of a zip file. */
class FileTokenStoreWithoutPermissionsTest {
  @TempDir Path parent;

  @Test
  void isRejectedBeforeAnythingIsWritten() throws IOException {
    var key = new SecretKeySpec(new byte[32], "AES");
    try (var zip = FileSystems.newFileSystem(parent.resolve("a.zip"), Map.of("create", "true"))) {
      var directory = zip.getPath("/sign-ins");

      assertThatThrownBy(() -> FileTokenStore.in(directory, key))
          .isInstanceOf(TokenStoreException.class)
          .hasMessageContaining("has no POSIX permissions")
          .hasMessageContaining("implement TokenStore for this system");
      assertThat(Files.exists(directory)).isFalse();
    }
  }
}
