package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.BodySizes;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end: a connection whose response is not read completely is not reused. */
final class ResponseBodyReader {
  private static final int ERRORS = 400;

  private ResponseBodyReader() {}

  static byte[] read(
      HttpRequest request, HttpURLConnection connection, int status, Future<?> response)
      throws IOException {
    boolean bodiless = isBodiless(request, status);
    long announced = bodiless ? 0 : announced(connection);
    if (announced > request.maxBodyBytes()) {
      throw tooLarge();
    }
    InputStream in = stream(connection, status);
    byte[] body = new byte[0];
    if (in != null) {
      body = read(in, announced, request.maxBodyBytes(), response);
      in.close();
    }
    if (announced >= 0 && body.length > announced) {
      // The bytes after the response belong to no request: the connection is out of step.
      connection.disconnect();
      return Arrays.copyOf(body, (int) announced);
    }
    // HttpURLConnection takes the end of the connection for that of the body, or of the headers. A
    // status of an error needs no body: its headers, such as Retry-After, count.
    boolean isEmptySuccess = body.length == 0 && announced < 0 && status < ERRORS;
    if (body.length < announced || (isEmptySuccess && !mayEnd(connection))) {
      throw new HttpTransportException(
          Reason.CONNECTION_LOST, true, "the response is incomplete", null);
    }
    return body;
  }

  /**
   * Reads a body that is not needed, and does not close it: a closed one cannot be disconnected.
   */
  static void skip(
      HttpRequest request, HttpURLConnection connection, int status, Future<?> response)
      throws IOException {
    InputStream in = stream(connection, status);
    if (in != null) {
      byte[] unused = read(in, announced(connection), request.maxBodyBytes(), response);
    }
  }

  /** Returns whether the whole body has arrived, so that reading it does not wait. */
  static boolean hasArrived(HttpRequest request, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < 0 || isBodiless(request, status)) {
      return true;
    }
    long announced = announced(connection);
    if (announced < 0) {
      return false;
    }
    InputStream in = stream(connection, status);
    return in == null || in.available() >= announced;
  }

  private static @Nullable InputStream stream(HttpURLConnection connection, int status)
      throws IOException {
    return status >= ERRORS ? connection.getErrorStream() : connection.getInputStream();
  }

  private static byte[] read(InputStream in, long announced, int maxBytes, Future<?> response)
      throws IOException {
    byte[] body = new byte[BodySizes.initial(announced)];
    int count = 0;
    while (true) {
      int next = count < body.length ? in.read(body, count, body.length - count) : in.read();
      if (next < 0) {
        return count == body.length ? body : Arrays.copyOf(body, count);
      }
      if (response.isDone()) {
        throw new CancellationException("the exchange was cancelled");
      }
      if (count < body.length) {
        count += next;
      } else if (count < maxBytes) {
        body = Arrays.copyOf(body, BodySizes.larger(count, count + 1, maxBytes));
        body[count++] = (byte) next;
      } else {
        throw tooLarge();
      }
      if (count > maxBytes) {
        throw tooLarge();
      }
    }
  }

  private static boolean isBodiless(HttpRequest request, int status) {
    return request.method().equals("HEAD")
        || status == HttpURLConnection.HTTP_NO_CONTENT
        || status == HttpURLConnection.HTTP_NOT_MODIFIED;
  }

  /** Returns the length in the headers, or -1. An unpacked body has another one. */
  private static long announced(HttpURLConnection connection) {
    return connection.getHeaderField("Transfer-Encoding") != null
            || connection.getHeaderField("Content-Encoding") != null
        ? -1
        : connection.getContentLengthLong();
  }

  /** Returns whether a body without a length may be empty; if not, the headers are incomplete. */
  private static boolean mayEnd(HttpURLConnection connection) {
    return connection.getHeaderField("Transfer-Encoding") != null
        || "close".equalsIgnoreCase(connection.getHeaderField("Connection"));
  }

  private static HttpTransportException tooLarge() {
    return new HttpTransportException(
        Reason.MALFORMED_RESPONSE, true, "the response body is larger than allowed", null);
  }
}
