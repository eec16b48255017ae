package canon.cpp.cloudservice.signin.internal.loopback;

import canon.cpp.cloudservice.signin.internal.loopback.LoopbackRequest.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection: one request and one page. It never blocks. */
final class LoopbackConnection {
  private static final int MAX_REQUEST_BYTES = 32 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer received = ByteBuffer.allocate(MAX_REQUEST_BYTES);
  private @Nullable ByteBuffer response;

  LoopbackConnection(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Continues as far as possible without waiting.
   *
   * @param pages chooses the page for a request
   * @return false if the connection has ended
   */
  boolean goOn(SelectionKey key, Function<LoopbackRequest, BrowserPage> pages) throws IOException {
    if (response == null) {
      boolean ended = channel.read(received) < 0;
      BrowserPage page = page(pages);
      if (page == null) {
        return !ended;
      }
      response = page.response();
      key.interestOps(SelectionKey.OP_WRITE);
    }
    int unused = channel.write(response);
    if (response.hasRemaining()) {
      return true;
    }
    SocketChannel unusedChannel = channel.shutdownOutput();
    return false;
  }

  private @Nullable BrowserPage page(Function<LoopbackRequest, BrowserPage> pages) {
    try {
      LoopbackRequest request =
          LoopbackRequest.read(Arrays.copyOf(received.array(), received.position()));
      if (request != null) {
        return pages.apply(request);
      }
    } catch (MalformedException e) {
      return BrowserPage.FOREIGN;
    }
    return received.hasRemaining() ? null : BrowserPage.FOREIGN;
  }
}
