package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.internal.http.Explanation;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyFailures;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.probe.ConnectionPath.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a tunnel through a proxy as the transports do, with the password. */
final class Tunnel {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?: |\r|$)");
  private static final int LARGEST_HEAD = 16 * 1024;

  private final Target service;
  private final Target proxy;
  private final ProxyRules rules;

  Tunnel(Target service, Target proxy, ProxyRules rules) {
    this.service = service;
    this.proxy = proxy;
    this.rules = rules;
  }

  ProbeStepResult open(Socket socket) {
    String head;
    try {
      socket.getOutputStream().write(request().getBytes(StandardCharsets.ISO_8859_1));
      head = head(socket.getInputStream());
    } catch (IOException e) {
      return ProbeStepResult.failed(
          "the proxy " + proxy + " closed the connection when it was asked for a tunnel",
          "Ask its operator whether it allows connections to " + service + ".");
    }
    Matcher status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      return ProbeStepResult.failed(
          "the server at " + proxy + " is not an HTTP proxy", "Check host and port of the proxy.");
    }
    int code = Integer.parseInt(String.valueOf(status.group(1)));
    return code / 100 == 2
        ? ProbeStepResult.ok("the proxy " + proxy + " opened a tunnel to " + service)
        : rejected(code);
  }

  private ProbeStepResult rejected(int status) {
    Explanation why = ProxyFailures.explain(status, proxy.toString(), true, rules);
    return why.remedy().isEmpty()
        ? ProbeStepResult.failed(
            why.what(), "Ask its operator whether it allows connections to " + service + ".")
        : ProbeStepResult.failed(why);
  }

  private String request() {
    ProxyCredentials credentials = rules.credentials();
    return "CONNECT "
        + service
        + " HTTP/1.1\r\nHost: "
        + service
        + "\r\n"
        + (credentials == null || ProxyFailures.withholdsCredentials()
            ? ""
            : "Proxy-Authorization: " + credentials.basic() + "\r\n")
        + "\r\n";
  }

  /** Reads byte by byte up to the empty line, because the bytes after it belong to TLS. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int lineFeeds = 0;
    while (lineFeeds < 2 && head.size() < LARGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended within the headers");
      }
      head.write(next);
      lineFeeds = next == '\n' ? lineFeeds + 1 : next == '\r' ? lineFeeds : 0;
    }
    return new String(head.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
