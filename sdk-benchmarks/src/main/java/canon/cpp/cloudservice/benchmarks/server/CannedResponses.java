package canon.cpp.cloudservice.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bodies of the responses. A list of 100 or 1,000 users has a next page without end. The list
 * of the token {@code linkN} has pages of 100, the last of which has number {@value #LINK_PAGES}.
 */
final class CannedResponses {
  /** The number of pages of the list that ends. */
  static final int LINK_PAGES = 20;

  private static final byte[] USER = Users.one(0).getBytes(UTF_8);
  private static final byte[] ADDED = Users.added().getBytes(UTF_8);
  private static final byte[] PAGE_100 = Users.page(100).getBytes(UTF_8);
  private static final byte[] PAGE_1000 = Users.page(1000).getBytes(UTF_8);
  private static final byte[] SESSION =
      ("{\"account\":{\"provider\":\"microsoft\",\"email\":\"admin@contoso.com\","
              + "\"canonicalEmail\":\"admin@contoso.com\"},\"roles\":[\"administrator\"],"
              + "\"site\":{\"id\":\"sit_3f9k2m\",\"createdAt\":\"2025-03-03T08:15:00Z\"}}")
          .getBytes(UTF_8);
  private static final Pattern LINK = Pattern.compile("pageToken=link(\\d+)");

  private CannedResponses() {}

  /** Returns the body for a method and a target, such as {@code /v1/users?pageSize=100}. */
  static byte[] body(String method, String target) {
    if (method.equals("POST")) {
      return ADDED;
    }
    if (target.startsWith("/v1/session")) {
      return SESSION;
    }
    Matcher link = LINK.matcher(target);
    if (link.find()) {
      int page = Integer.parseInt(link.group(1));
      return (page < LINK_PAGES ? Users.page(100, "link" + (page + 1)) : Users.lastPage(100))
          .getBytes(UTF_8);
    }
    return target.contains("pageSize=1000")
        ? PAGE_1000
        : target.contains("pageSize=100") ? PAGE_100 : USER;
  }
}
