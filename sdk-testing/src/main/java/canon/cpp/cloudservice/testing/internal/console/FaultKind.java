package canon.cpp.cloudservice.testing.internal.console;

/** The faults that the page offers; the HTTP API has more. */
enum FaultKind {
  UNAVAILABLE(
      "503, retry after 5 seconds", "\"retryAfter\": \"PT5S\", \"respond\": {\"status\": 503}"),
  RATE_LIMITED(
      "429, retry after 5 seconds", "\"retryAfter\": \"PT5S\", \"respond\": {\"status\": 429}"),
  DROP_BEFORE("Request lost", "\"then\": \"dropBeforeHandling\""),
  DROP_AFTER("Done, but the response is lost", "\"then\": \"dropAfterApplying\""),
  HOLD("Held until released", "\"then\": \"hold\""),
  EXPIRED("The token has expired", "\"tokenExpired\": true, \"then\": \"passThrough\""),
  PROXY_PAGE(
      "An HTML page of a proxy instead",
      "\"malformedBody\": true, \"contentType\": \"text/html\", \"respond\": {\"status\": 502}");

  private final String word;
  private final String json;

  FaultKind(String word, String json) {
    this.word = word;
    this.json = json;
  }

  String word() {
    return word;
  }

  /** Returns the effect, as {@code docs/api/fake-admin.yaml} describes it, without braces. */
  String json() {
    return json;
  }
}
