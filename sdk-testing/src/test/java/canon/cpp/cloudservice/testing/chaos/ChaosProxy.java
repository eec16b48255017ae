package canon.cpp.cloudservice.testing.chaos;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway that speaks HTTP/1.1, with or without TLS. One thread for each connection. */
final class ChaosProxy implements Gateway {
  private final URI service;
  private final boolean secured;
  private final FlakyPort port = new FlakyPort();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final FaultInjector injector;

  ChaosProxy(URI service, long seed, boolean secured) {
    this.service = service;
    this.secured = secured;
    this.injector = new FaultInjector(seed, this::goOut);
    FaultInjector.start(this::acceptAll);
  }

  @Override
  public URI address() {
    return URI.create((secured ? "https" : "http") + "://127.0.0.1:" + port.number());
  }

  @Override
  public FaultInjector injector() {
    return injector;
  }

  @Override
  public void close() {
    port.close();
    clients.forEach(ClientSide::reset);
  }

  private void acceptAll() {
    for (var next = port.accept(); next.isPresent(); next = port.accept()) {
      Socket client = next.get();
      clients.add(client);
      FaultInjector.start(() -> serve(client));
    }
  }

  private void serve(Socket socket) {
    try (ClientSide client = new ClientSide(socket, secured);
        Upstream upstream = new Upstream(service)) {
      for (var next = HttpMessage.read(client.in());
          next.isPresent();
          next = HttpMessage.read(client.in())) {
        injector.exchange(next.get(), client, upstream);
      }
    } catch (IOException e) {
      // One side is closed, so the other is closed too.
    } finally {
      clients.remove(socket);
    }
  }

  private void goOut(Duration time) {
    port.rejectDuring(
        () -> {
          clients.forEach(ClientSide::reset);
          FaultInjector.rest(time.toMillis());
        });
  }
}
