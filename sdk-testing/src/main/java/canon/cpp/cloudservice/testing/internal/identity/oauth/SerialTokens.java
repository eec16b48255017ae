package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Texts of codes and tokens: the same in every run, and easy to find in a log. */
public final class SerialTokens {
  private final String name;
  private final AtomicLong count = new AtomicLong();

  public SerialTokens(String name) {
    this.name = name;
  }

  /** Returns the next one, such as {@code fake-entra-code-000001-…}. */
  public String next() {
    long number = count.incrementAndGet();
    String tail = DerivedIds.hash(name, Long.toString(number)).substring(0, 16);
    return String.format(Locale.ROOT, "%s-%06d-%s", name, number, tail);
  }

  public long nextNumber() {
    return count.incrementAndGet();
  }
}
