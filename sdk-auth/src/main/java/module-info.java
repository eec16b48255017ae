/** Signing in to the PRISMAsync cloud service with Microsoft and Google accounts. */
module canon.cpp.cloudservice.signin {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice.signin;
}
