package canon.cpp.cloudservice.testing.chaos;

/** A fault that happens to one request in transit, and its frequency in a thousand requests. */
enum NetworkFault {
  /** The request is delayed. */
  DELAY(60),
  /** The request is forwarded long after the client has timed out. */
  LATE(10),
  /** The connection is lost before the service receives the request. */
  RESET_BEFORE_REQUEST(40),
  /** The connection is lost as soon as the request is sent to the service. */
  RESET_AFTER_REQUEST(40),
  /** The connection is lost instead of the response. */
  RESET_BEFORE_RESPONSE(40),
  /** The response ends in its headers. */
  TRUNCATED_HEAD(20),
  /** The response ends in its body. */
  TRUNCATED_BODY(20),
  /** The request is lost silently, and the client gets no response. */
  REQUEST_LOST(10),
  /** The response is lost silently. */
  RESPONSE_LOST(10),
  /** 429 as from the service, without {@code Retry-After}. */
  LIMITED(20),
  /** 429 with {@code Retry-After: 0}. */
  LIMITED_RETRY_NOW(15),
  /** 429 with a {@code Retry-After} beyond the client's limit. */
  LIMITED_RETRY_LATE(10),
  /** 503 from an intermediary, without {@code Retry-After}. */
  UNAVAILABLE(20),
  /** 503 from an intermediary with {@code Retry-After: 0}. */
  UNAVAILABLE_RETRY_NOW(15),
  /** 503 from an intermediary with a {@code Retry-After} beyond the client's limit. */
  UNAVAILABLE_RETRY_LATE(10),
  /** 403 with an HTML page, from an intermediary. */
  FORBIDDEN_PAGE(10),
  /** 200 with the login page of a captive portal. */
  LOGIN_PAGE(20),
  /** 504 with {@code Retry-After} instead of the response. */
  GATEWAY_TIMEOUT(20),
  /** The response is delivered twice, which shifts all later responses of the connection. */
  RESPONSE_TWICE(20),
  /**
   * All connections are lost, and none is accepted for a while. Not drawn; started at intervals.
   */
  OUTAGE(0),
  /** The connection is lost after some bytes, with all exchanges on it. HTTP/2 only; not drawn. */
  LINK_LOST(0),
  /** The connection carries no further byte, and stays open. HTTP/2 only; not drawn. */
  LINK_SILENT(0),
  NONE(590);

  private static final int ALL = 1000;

  private final int perThousand;

  NetworkFault(int perThousand) {
    this.perThousand = perThousand;
  }

  /** The fault for a number from 0 to 999. */
  static NetworkFault drawn(int number) {
    int left = number;
    for (NetworkFault fault : values()) {
      left -= fault.perThousand;
      if (left < 0) {
        return fault;
      }
    }
    throw new IllegalArgumentException(number + " is not less than " + ALL);
  }
}
