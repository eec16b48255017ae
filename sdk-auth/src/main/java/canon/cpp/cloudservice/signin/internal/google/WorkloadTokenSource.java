package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auth.oauth2.IdentityPoolCredentialSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a workload finds the token of its own environment: in a file, or at an address. */
final class WorkloadTokenSource {
  private static final JsonMapper JSON = new JsonMapper();

  /** Loopback, and the address that a cloud serves to its machines only. */
  private static final Set<String> NEAR =
      Set.of("localhost", "127.0.0.1", "[::1]", "169.254.169.254", "[fd00:ec2::254]");

  private final Map<String, Object> fields;
  private final @Nullable Path path;
  private final @Nullable URI near;

  private WorkloadTokenSource(Map<String, Object> fields, @Nullable Path path, @Nullable URI near) {
    this.fields = fields;
    this.path = path;
    this.near = near;
  }

  /**
   * Reads {@code credential_source}.
   *
   * @throws IllegalArgumentException if its kind is not supported
   */
  static WorkloadTokenSource read(JsonNode source) {
    if (source.has("executable")) {
      throw new IllegalArgumentException(
          "The file requires a program to be run (credential_source.executable), which"
              + " this library never does; have the token written to a file");
    }
    String file = CredentialFile.optional(source, "file").orElse(null);
    String url = CredentialFile.optional(source, "url").orElse(null);
    if ((file == null) == (url == null)
        || source.has("certificate")
        || source.has("environment_id")) {
      throw new IllegalArgumentException(
          "The field credential_source of the file must name either a file or a url; certificates"
              + " and AWS are not supported");
    }
    WorkloadTokenSource read =
        new WorkloadTokenSource(
            JSON.convertValue(source, new TypeReference<Map<String, Object>>() {}),
            file == null ? null : path(file),
            url == null ? null : near(url));
    try {
      Object unused = read.library();
    } catch (ClassCastException | IllegalArgumentException e) {
      throw new IllegalArgumentException("The field credential_source of the file is malformed");
    }
    return read;
  }

  /** Returns the address, checked; null if it is not an http address. */
  private static @Nullable URI near(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The field credential_source.url of the file is not a URL");
    }
    boolean secure = "https".equals(address.getScheme()) && address.getHost() != null;
    boolean near = "http".equals(address.getScheme()) && NEAR.contains(address.getHost());
    if (address.getRawUserInfo() != null || !(secure || near)) {
      throw new IllegalArgumentException(
          "The field credential_source.url of the file must begin with https (http is"
              + " allowed for loopback addresses and for the cloud's own address"
              + " 169.254.169.254)");
    }
    return near ? address : null;
  }

  /** Returns the http address, which is contacted without a proxy; empty for other sources. */
  Optional<URI> near() {
    return Optional.ofNullable(near);
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "The field credential_source.file of the file is not a path");
    }
  }

  /** Returns the source as Google's library represents it. */
  IdentityPoolCredentialSource forLibrary() {
    if (path != null && !Files.isReadable(path)) {
      throw AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
          .provider("Google (workload identity)")
          .summary("the file with this workload's own token is missing or cannot be read")
          .remedy("Check that it is mounted where credential_source.file says.")
          .build();
    }
    return library();
  }

  private IdentityPoolCredentialSource library() {
    return new IdentityPoolCredentialSource(fields);
  }
}
