package canon.cpp.cloudservice.internal.run;

/** Whether a client is still open. */
public final class ClientLife {
  private volatile boolean closed;

  /** Ends it; tells whether this was the first time. */
  public synchronized boolean end() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "This client is closed. Keep one client open for as long as the program needs it.");
    }
  }
}
