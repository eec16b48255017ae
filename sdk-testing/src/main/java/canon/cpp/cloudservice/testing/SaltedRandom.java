package canon.cpp.cloudservice.testing;

import java.util.Random;
import java.util.function.IntSupplier;

/** A seeded random generator whose output changes with the current salt. Salt 0 changes nothing. */
final class SaltedRandom extends Random {
  private static final long serialVersionUID = 1L;

  private final transient IntSupplier salt;

  SaltedRandom(long seed, IntSupplier salt) {
    super(seed);
    this.salt = salt;
  }

  @Override
  protected int next(int bits) {
    return super.next(bits) ^ (salt.getAsInt() >>> (Integer.SIZE - bits));
  }
}
