package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The two ways to send a request. A transport behaves the same in both. */
enum ExecutionMode {
  BLOCKING {
    @Override
    HttpResponse send(HttpTransport transport, HttpRequest request) throws InterruptedException {
      return transport.send(request);
    }
  },
  ASYNCHRONOUS {
    @Override
    HttpResponse send(HttpTransport transport, HttpRequest request) throws InterruptedException {
      try {
        return transport.sendAsync(request).get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new CompletionException(e.getCause());
      }
    }
  };

  abstract HttpResponse send(HttpTransport transport, HttpRequest request)
      throws InterruptedException;
}
