package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser and an application in one: connects to a fake over TLS. Follows no redirect. */
final class Web {
  private final URI address;
  private final HttpClient client;

  Web(FakeIdentity fake) {
    this(fake, fake.address());
  }

  Web(FakeIdentity fake, URI address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .sslContext(fake.sslContext())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** A response. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    ObjectNode json() {
      return Json.readObject(body());
    }

    String text(String field) {
      return json().path(field).asText();
    }

    ObjectNode claimsOf(String field) {
      return Jwt.parse(text(field)).claims();
    }

    /** The parameters that the browser returns to the application. */
    Parameters callback() {
      return Parameters.parse(URI.create(header("Location")).getRawQuery());
    }

    /** The value of a hidden field of the page. */
    String field(String name) {
      var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body());
      return found.find() ? found.group(1) : "";
    }
  }

  Reply get(String path, String... headers) {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET(), headers);
  }

  Reply get(String path, Map<String, String> query) {
    return get(path + "?" + Parameters.encode(query));
  }

  Reply post(String path, Map<String, String> form, String... headers) {
    var body = HttpRequest.BodyPublishers.ofString(Parameters.encode(form));
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(body);
    return send(request, headers);
  }

  Reply postJson(String path, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(request, headers);
  }

  HttpClient client() {
    return client;
  }

  private Reply send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Reply(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException("No response", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A map with an entry changed, or removed if the value is empty. */
  static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(form);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }
}
