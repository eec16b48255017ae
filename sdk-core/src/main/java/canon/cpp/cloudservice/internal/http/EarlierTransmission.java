package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;

/** What it means that Java had sent a request before the attempt that failed. */
public final class EarlierTransmission {
  private EarlierTransmission() {}

  /** The same failure of a request that may have been sent, by this attempt or an earlier one. */
  public static HttpTransportException maybeSent(HttpTransportException failure) {
    return failure.mayHaveBeenSent()
        ? failure
        : new HttpTransportException(
            failure.reason(), true, String.valueOf(failure.getMessage()), failure.getCause());
  }
}
