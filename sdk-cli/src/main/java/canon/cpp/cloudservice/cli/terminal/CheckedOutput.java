package canon.cpp.cloudservice.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output whose failures are not lost. A {@code PrintStream} hides an {@code IOException},
 * so that a full disk would look like a success.
 */
public final class CheckedOutput extends OutputStream {
  private final OutputStream target;
  private boolean failed;

  /** Creates the stream. */
  public CheckedOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    check(() -> target.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    check(target::flush);
  }

  @Override
  public void close() {
    check(target::close);
  }

  private void check(Write write) {
    if (failed) {
      return; // It was reported once; what follows would only repeat it.
    }
    try {
      write.run();
    } catch (IOException e) {
      failed = true;
      throw new OutputException("The output", e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
