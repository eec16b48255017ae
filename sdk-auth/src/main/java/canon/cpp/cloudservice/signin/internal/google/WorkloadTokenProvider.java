package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.internal.account.AccountTokens;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.util.Optional;

/** The tokens of one workload. */
final class WorkloadTokenProvider extends AccountTokens {
  private final GoogleIdTokens program;
  private final Runnable closing;

  /**
   * Puts a cache in front of a workload's credentials.
   *
   * @param closing closes what was created for the workload
   */
  WorkloadTokenProvider(GoogleIdTokens program, SignInClock time, Runnable closing) {
    super(time);
    this.program = program;
    this.closing = closing;
  }

  @Override
  protected AccessToken ask(TokenRequest request) {
    return program.token(request);
  }

  @Override
  public Optional<SignedInAccount> account() {
    return program.account();
  }

  /** There is nothing to revoke: the credentials belong to the host. */
  @Override
  public void forget() {
    clear();
    program.forgetAccount();
  }

  @Override
  public void close() {
    super.close();
    closing.run();
  }
}
