package canon.cpp.cloudservice.testing.internal.console;

/** The faults that the page offers; over HTTP there are more. */
enum FaultKind {
  UNAVAILABLE(
      "503, come back in 5 seconds", "\"retryAfter\": \"PT5S\", \"answer\": {\"status\": 503}"),
  RATE_LIMITED(
      "429, come back in 5 seconds", "\"retryAfter\": \"PT5S\", \"answer\": {\"status\": 429}"),
  DROP_BEFORE("Lost on the way there", "\"then\": \"dropBeforeHandling\""),
  DROP_AFTER("Done, but the answer is lost", "\"then\": \"dropAfterApplying\""),
  HOLD("Held until it is taken back", "\"then\": \"hold\""),
  EXPIRED("The token has expired", "\"tokenExpired\": true, \"then\": \"letThrough\""),
  PROXY_PAGE(
      "A proxy's page instead",
      "\"garbled\": true, \"typed\": \"text/html\", \"answer\": {\"status\": 502}");

  private final String word;
  private final String json;

  FaultKind(String word, String json) {
    this.word = word;
    this.json = json;
  }

  String word() {
    return word;
  }

  /** What happens, as {@code docs/api/fake-admin.yaml} has it, without braces. */
  String json() {
    return json;
  }
}
