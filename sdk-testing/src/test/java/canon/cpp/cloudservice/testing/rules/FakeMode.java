package canon.cpp.cloudservice.testing.rules;

/** The endpoint of the fake that a test uses, and how calls are executed. */
enum FakeMode {
  IN_PROCESS_BLOCKING(false, false),
  IN_PROCESS_ASYNCHRONOUS(false, true),
  HTTP_BLOCKING(true, false),
  HTTP_ASYNCHRONOUS(true, true);

  private final boolean http;
  private final boolean asynchronous;

  FakeMode(boolean http, boolean asynchronous) {
    this.http = http;
    this.asynchronous = asynchronous;
  }

  boolean isHttp() {
    return http;
  }

  boolean isAsynchronous() {
    return asynchronous;
  }

  @Override
  public String toString() {
    return (http ? "by HTTP, " : "in the process, ") + (asynchronous ? "asynchronous" : "blocking");
  }
}
