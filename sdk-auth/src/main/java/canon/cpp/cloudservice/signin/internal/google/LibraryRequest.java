package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpRequest;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of Google's library. */
final class LibraryRequest extends LowLevelHttpRequest {
  private final LibraryTransport transport;
  private final String method;
  private final URI uri;
  private final Map<String, String> headers = new LinkedHashMap<>();

  LibraryRequest(LibraryTransport transport, String method, URI uri) {
    this.transport = transport;
    this.method = method;
    this.uri = uri;
  }

  @Override
  public void addHeader(String name, String value) {
    // Responses are not decompressed here.
    if (!name.equalsIgnoreCase("Accept-Encoding")) {
      headers.put(name, value);
    }
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    HttpRequest request = HttpRequest.of(method, uri, transport.timeLeft()).withHeaders(headers);
    if (getStreamingContent() != null) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      getStreamingContent().writeTo(body);
      request = request.withHeader("Content-Type", getContentType()).withBody(body.toByteArray());
    }
    return new LibraryResponse(transport.exchange(request));
  }
}
