package canon.cpp.cloudservice.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.FixedProxySelector;
import canon.cpp.cloudservice.internal.http.HostLookup;
import canon.cpp.cloudservice.internal.http.HostLookup.Resolver;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import canon.cpp.cloudservice.internal.http.TrustRules;
import canon.cpp.cloudservice.internal.jdk.JdkHttpTransport;
import canon.cpp.cloudservice.internal.urlconnection.UrlConnectionTransport;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Both transports, in all ways of calling. A test that takes one as a parameter runs them all. */
public enum TransportCase {
  JDK_BLOCKING(ExecutionMode.BLOCKING),
  JDK_ASYNC(ExecutionMode.ASYNC),
  /** Asynchronous calls that block threads of the transport, as on one or two processors. */
  JDK_ASYNC_IN_THREADS(ExecutionMode.ASYNC),
  URL_CONNECTION_BLOCKING(ExecutionMode.BLOCKING),
  URL_CONNECTION_ASYNC(ExecutionMode.ASYNC);

  private final ExecutionMode mode;

  TransportCase(ExecutionMode mode) {
    this.mode = mode;
  }

  public boolean isJdk() {
    return this == JDK_BLOCKING || this == JDK_ASYNC || this == JDK_ASYNC_IN_THREADS;
  }

  public ExecutionMode mode() {
    return mode;
  }

  /** Opens a transport without a proxy that trusts the test certificate. */
  public HttpTransport open() {
    return open(settings -> settings);
  }

  /** Opens a transport that trusts the test certificate, and selects its proxies so. */
  public HttpTransport open(ProxySelector selector) {
    return open(settings -> settings.withProxy(new ProxyRules(selector, null)));
  }

  public HttpTransport open(UnaryOperator<NetworkSettings> changes) {
    return open(changes.apply(settings()), HostLookup::new);
  }

  /** Opens a transport that resolves host names so. */
  public HttpTransport openResolving(Resolver resolver) {
    return open(settings(), timer -> new HostLookup(timer, resolver));
  }

  private HttpTransport open(NetworkSettings settings, Function<SystemTimer, HostLookup> lookups) {
    return isJdk()
        ? new JdkHttpTransport(settings, lookups, this == JDK_ASYNC_IN_THREADS)
        : new UrlConnectionTransport(settings, lookups);
  }

  /** Returns settings without a proxy, with trust in the test certificate. */
  public static NetworkSettings settings() {
    return NetworkSettings.DEFAULT
        .withProxy(new ProxyRules(new FixedProxySelector(Proxy.NO_PROXY), null))
        .withTrust(TrustRules.only(List.of(TestCertificate.localhost().certificate())));
  }

  public HttpResponse send(HttpTransport transport, HttpRequest request)
      throws InterruptedException {
    if (mode == ExecutionMode.BLOCKING) {
      return transport.send(request);
    }
    try {
      return transport.sendAsync(request).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }

  public HttpTransportException failure(HttpTransport transport, HttpRequest request) {
    Throwable failure = catchThrowable(() -> send(transport, request));
    assertThat(failure).isInstanceOf(HttpTransportException.class);
    return (HttpTransportException) failure;
  }
}
