package canon.cpp.cloudservice.internal.run;

import java.util.Random;

/** The ids of the attempts of one call: a random part, and the number of the attempt. */
public final class AttemptIds {
  private static final int BYTES = 8;

  private final String prefix;
  private int last;

  public AttemptIds(Random random) {
    this.prefix = RequestBuilder.hex(random, BYTES).concat("-");
  }

  public String next() {
    last++;
    return prefix.concat(Integer.toString(last));
  }
}
