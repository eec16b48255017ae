package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.CompletionException;

/** What the JDK's futures lack. */
public final class Futures {
  private Futures() {}

  /** The failure itself, without the wrapper in which dependent futures pass it on. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
