package canon.cpp.cloudservice.testing.chaos;

/** What happens to one request on its way, and how often: so many times in a thousand. */
enum Mishap {
  /** It takes its time. */
  DELAY(60),
  /** It is forwarded when the client has long given up. */
  LATE(10),
  /** The connection breaks, and the service has seen nothing. */
  RESET_BEFORE(40),
  /** The connection breaks as soon as the service has been sent the request. */
  RESET_AFTER_WRITTEN(40),
  /** The connection breaks instead of carrying the answer. */
  RESET_AFTER_ANSWER(40),
  /** The answer ends in its head. */
  TRUNCATED_HEAD(20),
  /** The answer ends in its body. */
  TRUNCATED_BODY(20),
  /** Nobody ever hears of the request. */
  BLACK_HOLE(10),
  /** Nobody ever hears of the answer. */
  ANSWER_IN_BLACK_HOLE(10),
  /** "Too many requests" in the words of the service, without a time to come back. */
  LIMITED(20),
  /** "Too many requests", come back at once. */
  LIMITED_FOR_NOTHING(15),
  /** "Too many requests", come back later than the client would. */
  LIMITED_FOR_LONG(10),
  /** "Service unavailable" from something in between, without a time to come back. */
  UNAVAILABLE(20),
  /** "Service unavailable", come back at once. */
  UNAVAILABLE_FOR_NOTHING(15),
  /** "Service unavailable", come back later than the client would. */
  UNAVAILABLE_FOR_LONG(10),
  /** A page that forbids it, from something in between. */
  FORBIDDING_PAGE(10),
  /** A page that wants people to log in first, from something in between that says "fine". */
  LOGIN_PAGE(20),
  /** "Gateway timeout, come back later" instead of the answer. */
  ANSWER_TOO_LATE(20),
  /** All connections break, and for a while none is taken. Never drawn; comes now and then. */
  OUTAGE(0),
  NONE(610);

  private static final int ALL = 1000;

  private final int perThousand;

  Mishap(int perThousand) {
    this.perThousand = perThousand;
  }

  /** The one that a number of 0 to 999 means. */
  static Mishap drawn(int number) {
    int left = number;
    for (Mishap mishap : values()) {
      left -= mishap.perThousand;
      if (left < 0) {
        return mishap;
      }
    }
    throw new IllegalArgumentException(number + " is not less than " + ALL);
  }
}
