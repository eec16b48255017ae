package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A list of users in pages. The token of page 3 is {@code p3}; the first page is 0 and needs none.
 * Page 3 of ten users each has {@code usr_30} to {@code usr_39}.
 */
public final class Listing implements Reply {
  private static final Pattern TOKEN = Pattern.compile("pageToken=p(\\d+)");

  private final LongFunction<String> pages;

  private Listing(LongFunction<String> pages) {
    this.pages = pages;
  }

  /** Pages with these ids; an empty page has none. */
  @SafeVarargs
  public static Listing of(List<String>... pages) {
    return new Listing(
        page -> json(pages[(int) page], page + 1 < pages.length ? "p" + (page + 1) : null));
  }

  /** This number of users in pages of ten. */
  public static Listing counting(long total) {
    return new Listing(
        page ->
            json(
                LongStream.range(page * 10, Math.min(total, page * 10 + 10))
                    .mapToObj(i -> "usr_" + i)
                    .collect(Collectors.toList()),
                page * 10 + 10 < total ? "p" + (page + 1) : null));
  }

  /** A list without end: page {@code last} is followed by page {@code again}. */
  public static Listing circle(long last, long again) {
    return new Listing(
        page -> json(List.of("usr_" + page), "p" + (page == last ? again : page + 1)));
  }

  @Override
  public CompletableFuture<HttpResponse> to(HttpRequest request) {
    Matcher token = TOKEN.matcher(String.valueOf(request.uri().getQuery()));
    return Replies.ok(pages.apply(token.find() ? Long.parseLong(token.group(1)) : 0)).to(request);
  }

  private static String json(List<String> ids, String next) {
    String items =
        ids.stream()
            .map(
                id ->
                    """
                    {"id":"%s","email":"a@b.example","canonicalEmail":"a@b.example",\
                    "administrator":"none","applications":[],"addedAt":"2030-01-01T00:00:00Z"}\
                    """
                        .formatted(id))
            .collect(Collectors.joining(","));
    String token = next == null ? "" : ",\"nextPageToken\":\"" + next + "\"";
    return "{\"items\":[" + items + "]" + token + "}";
  }
}
