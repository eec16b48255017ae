package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.internal.values.Checks.text;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.UserSignIn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way to a provider.
 *
 * @param prompt makes the prompt, given the address to fill in or null
 */
record DefaultUserSignIn(
    UserSignInFlows flows,
    Function<@Nullable String, Prompt> prompt,
    @Nullable String address,
    @Nullable TokenStore store,
    @Nullable String name)
    implements UserSignIn {
  private static final int MAX_ADDRESS = 254;
  private static final int MAX_NAME = 200;

  @Override
  public UserSignIn loginHint(String address) {
    return new DefaultUserSignIn(flows, prompt, text("address", address, MAX_ADDRESS), store, name);
  }

  @Override
  public UserSignIn store(TokenStore store, String name) {
    return new DefaultUserSignIn(
        flows, prompt, address, requireNonNull(store, "store"), text("name", name, MAX_NAME));
  }

  @Override
  public AccountTokenProvider build() {
    return flows.provider(prompt.apply(address), store, name);
  }

  /** Shows nothing of whose it is. */
  @Override
  public String toString() {
    return "UserSignIn[" + flows.name() + (store == null ? "" : ", stored") + "]";
  }
}
