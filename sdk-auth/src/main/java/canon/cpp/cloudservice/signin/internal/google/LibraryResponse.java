package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpResponse;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A successful response for Google's library. */
final class LibraryResponse extends LowLevelHttpResponse {
  private final HttpResponse response;
  private final List<Map.Entry<String, String>> headers;

  LibraryResponse(HttpResponse response) {
    this.response = response;
    this.headers =
        response.headers().asMap().entrySet().stream()
            .flatMap(all -> all.getValue().stream().map(value -> Map.entry(all.getKey(), value)))
            .toList();
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(response.body());
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public long getContentLength() {
    return response.body().length;
  }

  @Override
  public @Nullable String getContentType() {
    return response.headers().first("Content-Type").orElse(null);
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1.1 " + response.status();
  }

  @Override
  public int getStatusCode() {
    return response.status();
  }

  @Override
  public @Nullable String getReasonPhrase() {
    return null;
  }

  @Override
  public int getHeaderCount() {
    return headers.size();
  }

  @Override
  public String getHeaderName(int index) {
    return headers.get(index).getKey();
  }

  @Override
  public String getHeaderValue(int index) {
    return headers.get(index).getValue();
  }
}
