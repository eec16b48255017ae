package canon.cpp.cloudservice.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes the bytes of connections to a port of this machine, each some time after its arrival. */
public final class SlowLink implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final int target;
  private final Duration delay;

  private SlowLink(int target, Duration delay) throws IOException {
    this.target = target;
    this.delay = delay;
  }

  /** Starts a link to a port, with a delay in each direction. */
  public static SlowLink start(int target, Duration delay) throws IOException {
    SlowLink link = new SlowLink(target, delay);
    start(link::accept);
    return link;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Returns the number of connections that clients have opened. */
  public int connections() {
    return connections.get();
  }

  private void accept() throws IOException, InterruptedException {
    while (true) {
      Socket client = socket.accept();
      connections.incrementAndGet();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      pass(client, server);
      pass(server, client);
    }
  }

  private void pass(Socket from, Socket to) {
    BlockingQueue<Bytes> queue = new LinkedBlockingQueue<>();
    start(() -> read(from, queue));
    start(() -> write(to, queue));
  }

  /** Bytes, the time of their arrival, and whether they are the last ones. */
  private record Bytes(ByteBuffer bytes, long arrival, boolean last) {}

  private static void read(Socket from, BlockingQueue<Bytes> queue)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream input = from.getInputStream();
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        queue.put(
            new Bytes(ByteBuffer.wrap(Arrays.copyOf(buffer, count)), System.nanoTime(), false));
      }
    } finally {
      queue.put(new Bytes(ByteBuffer.allocate(0), System.nanoTime(), true));
    }
  }

  private void write(Socket to, BlockingQueue<Bytes> queue)
      throws IOException, InterruptedException {
    try (to) {
      OutputStream output = to.getOutputStream();
      for (Bytes next = queue.take(); !next.last(); next = queue.take()) {
        TimeUnit.NANOSECONDS.sleep(next.arrival() + delay.toNanos() - System.nanoTime());
        output.write(next.bytes().array());
      }
    }
  }

  /** What a thread does until its connection is closed. */
  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The connection or the link is closed.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
