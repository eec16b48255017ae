package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;

/** Says with an {@link InterruptedException} that the request was not sent. Its cause tells it. */
public final class UnsentInterrupt {
  private UnsentInterrupt() {}

  /** Returns the exception for an exchange that is stopped, so that nothing is sent later. */
  public static InterruptedException of(InterruptedException interrupt) {
    InterruptedException unsent = new InterruptedException(interrupt.getMessage());
    unsent.initCause(
        new HttpTransportException(
            Reason.CLOSED,
            false,
            "the waiting thread was interrupted before the request was sent",
            interrupt));
    return unsent;
  }

  /** Returns whether the exception says so. */
  public static boolean is(InterruptedException interrupt) {
    return interrupt.getCause() instanceof HttpTransportException known && !known.mayHaveBeenSent();
  }
}
