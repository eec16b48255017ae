package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;

/**
 * A call with options; what all calls share. A call is immutable: each option returns a new one.
 *
 * @param <T> the result
 * @param <C> the type that the options return
 */
public abstract class ConfigurableCall<T, C extends Call<T>> implements Call<T> {
  private final CallOptions options;

  protected ConfigurableCall(CallOptions options) {
    this.options = options;
  }

  /** Returns the same call with other options. */
  protected abstract C with(CallOptions changed);

  protected final CallOptions options() {
    return options;
  }

  @Override
  public final C timeout(Duration timeout) {
    return with(options.withTimeout(timeout));
  }

  @Override
  public final C retryPolicy(RetryPolicy policy) {
    return with(options.withRetryPolicy(policy));
  }

  @Override
  public final C header(String name, String value) {
    return with(options.withHeader(name, value));
  }
}
