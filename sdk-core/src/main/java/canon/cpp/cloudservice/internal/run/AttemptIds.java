package canon.cpp.cloudservice.internal.run;

import java.util.Random;

/** The ids of the attempts of one call: a random part, and the number of the attempt. */
public final class AttemptIds {
  private final String prefix;
  private int last;

  public AttemptIds(Random random) {
    this.prefix = RequestBuilder.hex(random, 1);
  }

  public String next() {
    last++;
    return prefix + "-" + last;
  }
}
