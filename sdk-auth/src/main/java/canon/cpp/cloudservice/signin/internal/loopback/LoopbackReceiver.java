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
 * Waits on this machine for the redirect of a browser after the sign-in. Other connections get a
 * short response and change nothing: stray requests, port scanners, silent connections. All of it
 * runs in the waiting thread, so that nothing is left when that ends.
 */
public final class LoopbackReceiver implements AutoCloseable {
  /** A further connection replaces the oldest one. */
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
   * @param address the redirect address; a free port is used if it has none
   * @throws IOException if the port is in use
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

  /** Returns the redirect address, with the port. */
  public URI redirectUri() {
    return redirectUri;
  }

  /**
   * Waits for the authorization response.
   *
   * @param belongs whether the parameters are the expected ones
   * @param over ends the wait
   * @return the parameters, or null if the wait was ended
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
      // The connection was closed, or is not a browser.
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
      // The connection cannot be saved.
    }
  }

  /**
   * Frees the port and closes all connections; called by the waiting thread, or after it has ended.
   */
  @Override
  public void close() {
    visitors.forEach(key -> closeQuietly(key.channel()));
    closeQuietly(server);
    closeQuietly(selector);
  }
}
