package canon.cpp.cloudservice.cli.terminal;

/** A standard stream of the process. */
public enum StandardStream {
  /** Standard input. */
  IN(0),
  /** Standard output. */
  OUT(1),
  /** Standard error. */
  ERR(2);

  private final int descriptor;

  StandardStream(int descriptor) {
    this.descriptor = descriptor;
  }

  int descriptor() {
    return descriptor;
  }
}
