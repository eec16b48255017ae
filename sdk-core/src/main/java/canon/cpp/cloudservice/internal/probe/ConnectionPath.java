package canon.cpp.cloudservice.internal.probe;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CONNECTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.NAME_RESOLUTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.PROXY;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TLS;

import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.Explanation;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The connection to an address, step by step, with the result of each step. One thread executes the
 * steps; another may close the connection, which ends the current step.
 */
final class ConnectionPath {
  static final List<CheckKind> STEPS =
      Collections.unmodifiableList(Arrays.asList(NAME_RESOLUTION, CONNECTION, PROXY, TLS));

  private static final int MOST_ADDRESSES = 4;

  private final Target service;
  private final Proxy proxy;
  private final @Nullable Explanation unusableProxy;
  private final boolean supportsSocks;
  private final Target peer;
  private final Tunnel tunnel;
  private final Handshake handshake;
  private final Socket socket = new Socket(Proxy.NO_PROXY);
  private volatile List<InetAddress> addresses = Collections.emptyList();

  ConnectionPath(NetworkSettings settings, Tls tls, URI address, boolean supportsSocks) {
    service = Target.of(address);
    this.supportsSocks = supportsSocks;
    Proxy selected = Proxy.NO_PROXY;
    Explanation failure = null;
    try {
      selected = settings.proxy().hops(address).get(0).proxy();
    } catch (HttpTransportException e) {
      failure = settings.proxy().unusable(e.getCause() == null ? e : e.getCause());
    }
    proxy = selected;
    unusableProxy = failure;
    peer = proxyAddress() == null ? service : Target.of(proxyAddress());
    tunnel = new Tunnel(service, peer, settings.proxy());
    handshake = new Handshake(service, tls);
  }

  ProbeStepResult execute(CheckKind step) {
    if (unusableProxy != null) {
      return step == PROXY
          ? ProbeStepResult.failed(unusableProxy)
          : ProbeStepResult.skipped("not checked, because the proxy settings cannot be used", "");
    }
    if (isSocks() && !supportsSocks && step == PROXY) {
      return ProbeStepResult.failed(
          "the proxy (" + proxy.address() + ") is a SOCKS proxy, which this transport rejects",
          "Use HttpTransport.urlConnection(), or set an HTTP proxy with ProxySettings.");
    }
    if (isSocks()) {
      return ProbeStepResult.skipped("a SOCKS proxy (" + proxy.address() + ") is not checked", "");
    }
    return switch (step) {
      case NAME_RESOLUTION -> resolve();
      case CONNECTION -> connect();
      case PROXY -> throughProxy();
      case TLS -> secure();
      default -> throw new IllegalArgumentException("Not a connection step: " + step);
    };
  }

  /** Returns the result of a step that timed out. */
  ProbeStepResult timedOut(CheckKind step, Duration time) {
    String within = " within " + Math.max(1, time.toMillis()) + " ms";
    return switch (step) {
      case NAME_RESOLUTION ->
          ProbeStepResult.failed(
              "the name " + peer.host() + " was not resolved" + within,
              "Check this machine's name servers, and whether it is on the network.");
      case CONNECTION ->
          ProbeStepResult.failed(
              "no connection to " + peerAt() + within,
              "A firewall may drop the packets: ask for access to "
                  + peer
                  + ", or set the proxy of this network.");
      case PROXY ->
          ProbeStepResult.failed(
              "the proxy " + peer + " did not open a tunnel to " + service + within,
              "Check that it is an HTTP proxy, and ask its operator.");
      default ->
          ProbeStepResult.failed(
              "the TLS handshake with " + service + " did not complete" + within,
              "A firewall or proxy may block it: ask its operator about " + service + ".");
    };
  }

  List<PresentedCertificate> certificates() {
    return handshake.certificates();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is discarded in any case.
    }
  }

  private ProbeStepResult resolve() {
    String note =
        proxyAddress() == null
            ? ""
            : " (the proxy; it looks up the name " + service.host() + " itself)";
    try {
      addresses = Arrays.asList(InetAddress.getAllByName(peer.host()));
    } catch (UnknownHostException e) {
      return ProbeStepResult.failed(
          "the name " + peer.host() + note + " cannot be resolved",
          proxyAddress() == null
              ? "Check the service address, this machine's name servers, and whether this network"
                  + " requires a proxy."
              : "Check the name of the proxy, and this machine's name servers.");
    }
    String found =
        addresses.stream()
            .limit(MOST_ADDRESSES)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    int more = addresses.size() - MOST_ADDRESSES;
    return ProbeStepResult.ok(
        peer.host() + note + " resolves to " + found + (more > 0 ? " and " + more + " more" : ""));
  }

  /** Connects to the first address only, as the transports do. */
  private ProbeStepResult connect() {
    try {
      socket.connect(new InetSocketAddress(addresses.get(0), peer.port()));
      return ProbeStepResult.ok("connected to " + peerAt());
    } catch (IOException e) {
      return ProbeStepResult.failed(
          "the connection to " + peerAt() + " was refused, or there is no route",
          proxyAddress() == null
              ? "Check the service address, and whether a firewall blocks " + peer + "."
              : "Check host and port of the proxy, and that it is running.");
    }
  }

  private ProbeStepResult throughProxy() {
    if (proxyAddress() == null) {
      return ProbeStepResult.skipped(
          "no proxy is set for this address",
          "If this network has one, set it with ProxySettings.");
    }
    if (!service.isHttps()) {
      return ProbeStepResult.skipped("http addresses need no tunnel through the proxy " + peer, "");
    }
    return tunnel.open(socket);
  }

  private ProbeStepResult secure() {
    return service.isHttps()
        ? handshake.execute(socket)
        : ProbeStepResult.skipped(
            "the address is http, which is allowed only for this machine itself", "");
  }

  private String peerAt() {
    return addresses.isEmpty()
        ? peer.toString()
        : peer + " at " + addresses.get(0).getHostAddress();
  }

  private boolean isSocks() {
    return proxy.type() == Proxy.Type.SOCKS;
  }

  private @Nullable InetSocketAddress proxyAddress() {
    return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address
        ? address
        : null;
  }

  /** Host and port of the service or the proxy. */
  record Target(String host, int port, boolean isHttps) {
    static Target of(URI address) {
      boolean https = "https".equalsIgnoreCase(address.getScheme());
      int port = address.getPort() >= 0 ? address.getPort() : https ? 443 : 80;
      return new Target(String.valueOf(address.getHost()), port, https);
    }

    static Target of(InetSocketAddress address) {
      return new Target(address.getHostString(), address.getPort(), false);
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
