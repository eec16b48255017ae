package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.internal.account.AccountTokens;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.util.Optional;

/** The tokens of one program. */
final class WorkloadTokenProvider extends AccountTokens {
  private final GoogleIdTokens program;
  private final Runnable closing;

  /**
   * Puts a cache before a program.
   *
   * @param closing closes what was made for the program
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

  /** There is nothing to take back: what the program proves itself with is its host's. */
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
