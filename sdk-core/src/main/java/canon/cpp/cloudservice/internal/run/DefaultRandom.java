package canon.cpp.cloudservice.internal.run;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The default source of randomness. Ids of attempts and traces, and delays, only need to differ, so
 * they are taken from {@link ThreadLocalRandom}. Idempotency keys must never repeat, so they are
 * taken from a {@link SecureRandom}, which is expensive to load and is created for the first key.
 */
public final class DefaultRandom extends Random {
  private static final long serialVersionUID = 1L;

  /** Returns the source for idempotency keys: the given one, unless it is the default. */
  static Random forKeys(Random random) {
    return random instanceof DefaultRandom ? Keys.SECURE : random;
  }

  @Override
  protected int next(int bits) {
    return ThreadLocalRandom.current().nextInt() >>> (Integer.SIZE - bits);
  }

  /** Is loaded when a client creates its first key. */
  private static final class Keys {
    private static final Random SECURE = new SecureRandom();
  }
}
