/** The client of the PRISMAsync cloud service. */
@SuppressWarnings("module") // The sister modules are not there when this one is compiled.
module canon.cpp.cloudservice {
  requires com.fasterxml.jackson.core;
  requires java.net.http;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice;
  exports canon.cpp.cloudservice.annotation;
  exports canon.cpp.cloudservice.auth;
  exports canon.cpp.cloudservice.diagnosis;
  exports canon.cpp.cloudservice.errors;
  exports canon.cpp.cloudservice.http;
  exports canon.cpp.cloudservice.membership;
  exports canon.cpp.cloudservice.observe;
  exports canon.cpp.cloudservice.printers;
  exports canon.cpp.cloudservice.remotecontrol;
  exports canon.cpp.cloudservice.retry;
  exports canon.cpp.cloudservice.session;
  exports canon.cpp.cloudservice.site;
  exports canon.cpp.cloudservice.time;
  exports canon.cpp.cloudservice.internal.auth to
      canon.cpp.cloudservice.signin;
  exports canon.cpp.cloudservice.internal.concurrent to
      canon.cpp.cloudservice.bulk,
      canon.cpp.cloudservice.signin;
  exports canon.cpp.cloudservice.internal.http to
      canon.cpp.cloudservice.signin;
  exports canon.cpp.cloudservice.internal.values to
      canon.cpp.cloudservice.signin;
}
