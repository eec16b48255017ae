package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Duration;

/** The limits of the contract, which the domain rules list under "Numbers". All are chosen. */
public final class Limits {
  /** The longest address, as typed and in canonical form, in code points. */
  public static final int EMAIL = 254;

  /** The longest printer series, in code points. */
  public static final int SERIES = 64;

  /** The longest serial number, and so the longest printer key, in code points. */
  public static final int SERIAL_NUMBER = 64;

  /** The longest display name of a printer, in code points. */
  public static final int DISPLAY_NAME = 128;

  /** The longest printer proof, in code points. */
  public static final int PRINTER_PROOF = 16_384;

  /** The largest page. */
  public static final int PAGE_SIZE = 1000;

  /** The size of a page if the request does not give it. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  /** The longest idempotency key, in characters. */
  public static final int IDEMPOTENCY_KEY = 128;

  /** How long the response to a change is stored. */
  public static final Duration IDEMPOTENCY_RETENTION = Duration.ofHours(24);

  /** The most addresses that one request can resolve. */
  public static final int RESOLVED_ADDRESSES = 1000;

  /** The largest request body: 1 MiB. */
  public static final int BODY_BYTES = 1024 * 1024;

  private Limits() {}
}
