package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/** Reads a body to its end: a connection whose answer is left half read is not used again. */
final class ResponseBodyReader {
  private static final int BUFFER = 8192;
  private static final int ERRORS = 400;

  private ResponseBodyReader() {}

  static byte[] read(
      HttpRequest request, HttpURLConnection connection, int status, Future<?> wanted)
      throws IOException {
    boolean bodiless = isBodiless(request, status);
    long announced = bodiless ? 0 : announced(connection);
    if (announced > request.maxBodyBytes()) {
      throw tooLarge();
    }
    InputStream in = status >= ERRORS ? connection.getErrorStream() : connection.getInputStream();
    byte[] body = new byte[0];
    if (in != null) {
      body = read(in, request.maxBodyBytes(), wanted);
      in.close();
    }
    // HttpURLConnection takes the end of the connection for that of the body, or of the headers.
    if (body.length < announced || (body.length == 0 && announced < 0 && !mayEnd(connection))) {
      throw new HttpTransportException(Reason.CONNECTION_LOST, true, "the answer broke off", null);
    }
    return body;
  }

  private static byte[] read(InputStream in, int maxBytes, Future<?> wanted) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    int count;
    while ((count = in.read(buffer)) >= 0) {
      if (wanted.isDone()) {
        throw new CancellationException("given up");
      }
      if (count > maxBytes - body.size()) {
        throw tooLarge();
      }
      body.write(buffer, 0, count);
    }
    return body.toByteArray();
  }

  private static boolean isBodiless(HttpRequest request, int status) {
    return request.method().equals("HEAD")
        || status == HttpURLConnection.HTTP_NO_CONTENT
        || status == HttpURLConnection.HTTP_NOT_MODIFIED;
  }

  /** The length that the headers announce, or -1. A body that was unpacked has another one. */
  private static long announced(HttpURLConnection connection) {
    return connection.getHeaderField("Transfer-Encoding") != null
            || connection.getHeaderField("Content-Encoding") != null
        ? -1
        : connection.getContentLengthLong();
  }

  /** Whether a body without a length may be empty; if not, the headers have broken off. */
  private static boolean mayEnd(HttpURLConnection connection) {
    return connection.getHeaderField("Transfer-Encoding") != null
        || "close".equalsIgnoreCase(connection.getHeaderField("Connection"));
  }

  private static HttpTransportException tooLarge() {
    return new HttpTransportException(
        Reason.MALFORMED_RESPONSE, true, "the answer's body is larger than allowed", null);
  }
}
