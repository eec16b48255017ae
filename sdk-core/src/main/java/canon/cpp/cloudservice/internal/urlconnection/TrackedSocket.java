package canon.cpp.cloudservice.internal.urlconnection;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The plain socket under a TLS connection. It learns which exchange uses it, and closes itself when
 * data arrives between two exchanges: a response that arrives before its request belongs to another
 * request.
 *
 * <p>Not all bytes that arrive then are data. With TLS 1.3 a server sends session tickets and key
 * updates whenever it wants to. Only decryption tells them apart, so TLS reads what has arrived,
 * and nothing more.
 */
final class TrackedSocket extends Socket {
  private final Consumer<Socket> closed;
  private @Nullable UrlExchange user;
  private @Nullable SSLSocket secure;

  /** The records that are read while the connection is idle; null while it is used. */
  private @Nullable TlsRecords idle;

  TrackedSocket(Consumer<Socket> closed) {
    this.closed = closed;
  }

  /** Registers the TLS connection that this socket carries. */
  void carries(SSLSocket connection) {
    secure = connection;
  }

  /** HttpURLConnection sets its timeout whenever it takes a connection from its pool. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // The superclass is called first.
  public void setSoTimeout(int timeout) throws SocketException {
    super.setSoTimeout(timeout);
    UrlExchange exchange = UrlExchange.CURRENT.get();
    SSLSocket connection = secure;
    if (exchange != null && user != null && exchange != user && connection != null) {
      user = exchange;
      exchange.uses(this);
      if (exchange.refusesUsedConnection() || hasData(connection)) {
        closeNow();
      }
    }
  }

  /** Reads what has arrived, and returns whether any of it is data, or ends the connection. */
  private boolean hasData(SSLSocket connection) {
    try {
      InputStream data = connection.getInputStream();
      if (data.available() > 0) {
        return true;
      }
      if (super.getInputStream().available() == 0) {
        return false;
      }
      TlsRecords records = new TlsRecords();
      idle = records;
      try {
        int unused = data.read();
        return true;
      } catch (SocketTimeoutException e) {
        return !records.areComplete();
      } finally {
        idle = null;
      }
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = super.getInputStream();
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        TlsRecords records = idle;
        if (records != null && in.available() == 0) {
          throw new SocketTimeoutException("No more bytes have arrived");
        }
        int count = in.read(bytes, offset, length);
        if (records != null) {
          records.add(bytes, offset, count);
        }
        return count;
      }

      @Override
      public int available() throws IOException {
        return in.available();
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        startExchange();
        out.write(bytes, offset, length);
      }
    };
  }

  /** Rejects all bytes on a connection that was taken from the pool in an unknown way. */
  private void startExchange() throws IOException {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    if (exchange == null || exchange == user) {
      return;
    }
    boolean reused = user != null;
    user = exchange;
    exchange.uses(this);
    if (reused && super.getInputStream().available() > 0) {
      close();
      throw new SocketException("Bytes arrived on an idle connection");
    }
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Closing must not wait for a lock.
  public void close() throws IOException {
    closed.accept(this);
    super.close();
  }

  private void closeNow() {
    try {
      close();
    } catch (IOException e) {
      // The socket is discarded in any case.
    }
  }

  /** Finds the ends of the records of TLS in a stream that begins with one. */
  private static final class TlsRecords {
    private static final int HEADER = 5;

    private int header;
    private int length;

    void add(byte[] bytes, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        if (header < HEADER) {
          // The length is in the last two bytes of the header.
          length = ((length << 8) | (bytes[i] & 0xff)) & 0xffff;
          header++;
        } else {
          length--;
        }
        if (header == HEADER && length == 0) {
          header = 0;
        }
      }
    }

    boolean areComplete() {
      return header == 0;
    }
  }
}
