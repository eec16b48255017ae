package canon.cpp.cloudservice.signin.internal.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits on this machine for a browser that comes back from signing in. Whoever else calls gets a
 * short answer and changes nothing: stray requests, scanners of ports, connections that say
 * nothing. All in the thread that waits, so that nothing is left when that ends.
 */
public final class LoopbackReceiver implements AutoCloseable {
  /** Who comes after them takes the place of the oldest. */
  private static final int MAX_VISITORS = 64;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final URI redirectUri;
  private final Deque<SelectionKey> visitors = new ArrayDeque<>();
  private @Nullable Map<String, String> callback;
  private @Nullable SelectionKey bringer;

  private LoopbackReceiver(Selector selector, ServerSocketChannel server, URI address)
      throws IOException {
    this.selector = selector;
    this.server = server;
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    this.redirectUri =
        URI.create("http://" + address.getHost() + ":" + port + address.getRawPath());
  }

  /**
   * Listens on 127.0.0.1.
   *
   * @param address where the browser is to come back to; a free port is taken if it has none
   * @throws IOException if the port is taken
   */
  public static LoopbackReceiver open(URI address) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel server = null;
    try {
      server = ServerSocketChannel.open();
      InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
      server.bind(new InetSocketAddress(loopback, Math.max(0, address.getPort())));
      server.configureBlocking(false);
      SelectionKey unused = server.register(selector, SelectionKey.OP_ACCEPT);
      return new LoopbackReceiver(selector, server, address);
    } catch (IOException | RuntimeException e) {
      if (server != null) {
        server.close();
      }
      selector.close();
      throw e;
    }
  }

  /** Where the browser is to come back to, with the port. */
  public URI redirectUri() {
    return redirectUri;
  }

  /**
   * Waits for the callback.
   *
   * @param belongs whether the parameters are what is waited for
   * @param over ends the waiting
   * @return the parameters, or null if the waiting was ended
   * @throws InterruptedException if the thread is interrupted
   */
  public @Nullable Map<String, String> await(
      Predicate<Map<String, String>> belongs, CompletableFuture<Void> over)
      throws InterruptedException, IOException {
    CompletableFuture<Void> unusedEnd = over.thenRun(selector::wakeup);
    while (bringer == null || bringer.isValid()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (over.isDone()) {
        break;
      }
      int unused = selector.select(key -> serve(key, belongs));
    }
    return callback;
  }

  private void serve(SelectionKey key, Predicate<Map<String, String>> belongs) {
    try {
      if (key.isAcceptable()) {
        welcome();
      } else if (key.attachment() instanceof LoopbackConnection visitor
          && !visitor.goOn(key, request -> page(request, key, belongs))) {
        end(key);
      }
    } catch (IOException | CancelledKeyException e) {
      // A visitor that has gone, or was never a browser.
      end(key);
    }
  }

  private void welcome() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    if (visitors.size() >= MAX_VISITORS) {
      end(visitors.getFirst());
    }
    channel.configureBlocking(false);
    visitors.add(channel.register(selector, SelectionKey.OP_READ, new LoopbackConnection(channel)));
  }

  private BrowserPage page(
      LoopbackRequest request, SelectionKey key, Predicate<Map<String, String>> belongs) {
    String path = redirectUri.getRawPath();
    if (!request.path().equals(path.isEmpty() ? "/" : path)) {
      return BrowserPage.NOT_FOUND;
    }
    if (!request.method().equals("GET") && !request.method().equals("POST")) {
      return BrowserPage.OTHER_METHOD;
    }
    if (callback != null || !belongs.test(request.parameters())) {
      return BrowserPage.FOREIGN;
    }
    callback = request.parameters();
    bringer = key;
    return request.parameters().containsKey("error")
        ? BrowserPage.NOT_SIGNED_IN
        : BrowserPage.SIGNED_IN;
  }

  private void end(SelectionKey key) {
    if (key.channel() == server) {
      return;
    }
    visitors.remove(key);
    key.cancel();
    closeQuietly(key.channel());
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Nothing more can be done for it.
    }
  }

  /** Frees the port and ends all connections; by the thread that waited, or once it has ended. */
  @Override
  public void close() {
    visitors.forEach(key -> closeQuietly(key.channel()));
    closeQuietly(server);
    closeQuietly(selector);
  }
}
