package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import canon.cpp.cloudservice.testing.Hold;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A fake behind one of its endpoints, as the kit uses it. It supports every test. */
final class FakeContractEndpoint implements ContractEndpoint {
  static final String ADMIN = "admin@contoso.com";
  static final String ELSEWHERE = "boss@fabrikam.com";
  private static final FakeAccount SPARE = FakeAccount.of("spare@contoso.com");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final FakeCloudService fake;
  private final FakeEndpoint endpoint;
  private final HttpTransport transport;

  FakeContractEndpoint(
      FakeCloudService fake, FakeEndpoint endpoint, UnaryOperator<HttpTransport> wrapping) {
    this.fake = fake;
    this.endpoint = endpoint;
    this.transport = wrapping.apply(endpoint.transport());
  }

  static FakeCloudService newFake() {
    return FakeCloudService.builder()
        .site(site -> site.administrator(ADMIN))
        .site(site -> site.administrator(ELSEWHERE))
        .build();
  }

  @Override
  public URI address() {
    return endpoint.address();
  }

  @Override
  public HttpTransport transport() {
    return transport;
  }

  @Override
  public ContractAccount administrator() {
    return account(FakeAccount.of(ADMIN));
  }

  @Override
  public String freshAddress() {
    return "fresh-" + NUMBERS.incrementAndGet() + "@contoso.com";
  }

  @Override
  public Optional<String> freshGoogleAddress() {
    return Optional.of("fresh." + NUMBERS.incrementAndGet() + "@gmail.com");
  }

  @Override
  public Optional<ContractAccount> spare() {
    return Optional.of(account(SPARE));
  }

  @Override
  public Optional<ContractAccount> spareWithUnverifiedEmail() {
    return Optional.of(account(SPARE.emailNotVerified()));
  }

  @Override
  public Optional<ContractAccount> spareImpostor() {
    return Optional.of(account(SPARE.withSubject("impostor")));
  }

  @Override
  public Optional<ContractAccount> administratorOfOtherSite() {
    return Optional.of(account(FakeAccount.of(ELSEWHERE)));
  }

  @Override
  public Optional<ContractAccount> founder() {
    return Optional.of(
        account(FakeAccount.of("founder-" + NUMBERS.incrementAndGet() + "@northwind.com")));
  }

  @Override
  public Optional<PrinterIdentity> printer() {
    return Optional.of(fake.printer("varioPRINT 140", "VP-1001"));
  }

  @Override
  public Optional<AccessToken> expiredToken() {
    FakeAccount account = FakeAccount.of("late@contoso.com");
    AccessToken token = endpoint.tokenFor(account);
    fake.expireTokens(account);
    return Optional.of(token);
  }

  @Override
  public Optional<Disturbances> disturbances() {
    return Optional.of(
        new Disturbances() {
          @Override
          public void respondNext(String operation, int status) {
            fake.faults().on(operation).times(1).respond(status);
          }

          @Override
          public Hold holdNext(String operation) {
            return fake.faults().on(operation).times(1).hold();
          }
        });
  }

  private ContractAccount account(FakeAccount account) {
    return ContractAccount.of(account.email().orElseThrow(), () -> endpoint.tokenFor(account));
  }
}
