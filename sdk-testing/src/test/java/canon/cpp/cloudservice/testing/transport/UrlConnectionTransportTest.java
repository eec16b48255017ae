package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;

class UrlConnectionTransportTest extends HttpTransportKit {
  @Override
  protected HttpTransport open(TransportSetup setup) {
    return TransportSetups.open(HttpTransport.urlConnection(), setup);
  }

  /** Java's own doing; {@link JvmWideSettingsTest} shows how to keep it from a POST. */
  @Override
  protected boolean sendsOnce() {
    return false;
  }
}
