package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Any endpoint, described by environment variables; see docs/contract-kit.md. */
final class EnvironmentEndpoint implements ContractEndpoint {
  static final String ADDRESS = "PRISMASYNC_ENDPOINT";
  static final String ADMINISTRATOR = "PRISMASYNC_ADMINISTRATOR";
  static final String ADDRESS_DOMAIN = "PRISMASYNC_ADDRESS_DOMAIN";
  static final String SPARE = "PRISMASYNC_SPARE";
  static final String ELSEWHERE = "PRISMASYNC_ADMINISTRATOR_ELSEWHERE";
  static final String EXPIRED_TOKEN = "PRISMASYNC_EXPIRED_TOKEN";
  static final String PRINTER = "PRISMASYNC_PRINTER";
  static final String KNOWN_DIFFERENCES = "PRISMASYNC_KNOWN_DIFFERENCES";

  private final Map<String, String> variables;
  private final HttpTransport transport;

  EnvironmentEndpoint(Map<String, String> variables, HttpTransport transport) {
    this.variables = variables;
    this.transport = transport;
  }

  static KnownDifferences knownDifferences(Map<String, String> variables) {
    String file = variables.get(KNOWN_DIFFERENCES);
    return file == null ? KnownDifferences.none() : KnownDifferences.read(Path.of(file));
  }

  @Override
  public URI address() {
    return URI.create(required(ADDRESS));
  }

  @Override
  public HttpTransport transport() {
    return transport;
  }

  @Override
  public ContractAccount administrator() {
    return account(ADMINISTRATOR, required(ADMINISTRATOR));
  }

  @Override
  public String freshAddress() {
    return "contract-kit-" + UUID.randomUUID() + "@" + required(ADDRESS_DOMAIN);
  }

  @Override
  public Optional<ContractAccount> spare() {
    return optional(SPARE).map(value -> account(SPARE, value));
  }

  @Override
  public Optional<ContractAccount> administratorOfOtherSite() {
    return optional(ELSEWHERE).map(value -> account(ELSEWHERE, value));
  }

  @Override
  public Optional<AccessToken> expiredToken() {
    return optional(EXPIRED_TOKEN).map(AccessToken::of);
  }

  @Override
  public Optional<PrinterIdentity> printer() {
    return optional(PRINTER)
        .map(value -> split(PRINTER, value, "\\|", 3))
        .map(parts -> PrinterIdentity.of(parts[0], parts[1], parts[2]));
  }

  private String required(String variable) {
    return optional(variable)
        .orElseThrow(() -> new IllegalStateException(variable + " has to be set"));
  }

  private Optional<String> optional(String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
  }

  private static ContractAccount account(String variable, String value) {
    String[] parts = split(variable, value, " ", 2);
    return ContractAccount.withOneToken(parts[0], AccessToken.of(parts[1]));
  }

  private static String[] split(String variable, String value, String separator, int count) {
    String[] parts = value.split(separator, -1);
    if (parts.length != count) {
      throw new IllegalStateException(variable + " has to have " + count + " parts");
    }
    return parts;
  }
}
