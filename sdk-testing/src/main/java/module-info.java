/** A fake of the PRISMAsync cloud service, for tests that run without the service. */
module canon.cpp.cloudservice.testing {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;

  exports canon.cpp.cloudservice.testing.identity;
  exports canon.cpp.cloudservice.testing.transport;
  exports canon.cpp.cloudservice.testing;

  // JUnit runs what a host's test inherits from the kit.
  opens canon.cpp.cloudservice.testing.transport;
}
