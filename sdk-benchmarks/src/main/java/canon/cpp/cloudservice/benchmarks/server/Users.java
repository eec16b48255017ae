package canon.cpp.cloudservice.benchmarks.server;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The JSON of users. */
public final class Users {
  private static final String CHANGES =
      "[{\"application\":\"prismalytics-dashboard\",\"result\":\"added\"},"
          + "{\"application\":\"remote-control\",\"result\":\"added\"}]";

  private Users() {}

  static String added() {
    return "{\"user\":" + one(0) + ",\"changes\":" + CHANGES + "}";
  }

  /** Returns a page that is not the last one. */
  public static String page(int size) {
    return page(size, "p2_3f9k2m");
  }

  static String page(int size, String nextPageToken) {
    return IntStream.range(0, size)
        .mapToObj(Users::one)
        .collect(
            Collectors.joining(
                ",", "{\"items\":[", "],\"nextPageToken\":\"" + nextPageToken + "\"}"));
  }

  static String lastPage(int size) {
    return IntStream.range(0, size)
        .mapToObj(Users::one)
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  /** Returns a user. */
  public static String one(int number) {
    return "{\"id\":\"usr_8h2d6q"
        + number
        + "\",\"email\":\"John.Doe"
        + number
        + "@contoso.com\",\"canonicalEmail\":\"john.doe"
        + number
        + "@contoso.com\",\"administrator\":\"none\",\"applications\":["
        + "{\"id\":\"remote-control\",\"state\":\"invited\"},"
        + "{\"id\":\"prismalytics-dashboard\",\"state\":\"active\"}],"
        + "\"addedAt\":\"2031-03-01T12:00:00.123Z\",\"etag\":\"\\\"m4Xw0q\\\"\"}";
  }
}
