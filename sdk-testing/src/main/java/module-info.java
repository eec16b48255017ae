/** A fake of the PRISMAsync cloud service, for tests that run without the service. */
@SuppressWarnings("requires-automatic") // ICU is a module of that kind only.
module canon.cpp.cloudservice.testing {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires com.ibm.icu;
  requires jdk.httpserver;
  requires static info.picocli;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;

  exports canon.cpp.cloudservice.testing;
  exports canon.cpp.cloudservice.testing.results;
  exports canon.cpp.cloudservice.testing.contract;
  exports canon.cpp.cloudservice.testing.identity;
  exports canon.cpp.cloudservice.testing.junit;
  exports canon.cpp.cloudservice.testing.transport;

  // JUnit creates the extension.
  opens canon.cpp.cloudservice.testing.junit to
      org.junit.platform.commons;

  // JUnit runs what a host's test inherits from the kits.
  opens canon.cpp.cloudservice.testing.contract;
  opens canon.cpp.cloudservice.testing.transport;
}
