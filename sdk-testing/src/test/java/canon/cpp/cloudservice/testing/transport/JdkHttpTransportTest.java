package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;

class JdkHttpTransportTest extends HttpTransportKit {
  @Override
  protected HttpTransport open(TransportSetup setup) {
    return TransportSetups.open(HttpTransport.jdk(), setup);
  }
}
