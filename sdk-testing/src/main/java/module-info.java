/** A fake of the PRISMAsync cloud service, for tests that run without the service. */
module canon.cpp.cloudservice.testing {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice.testing;
}
