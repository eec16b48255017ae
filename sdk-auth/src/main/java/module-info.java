/** Signing in to the PRISMAsync cloud service with Microsoft and Google accounts. */
@SuppressWarnings("requires-automatic") // Google's library is in modules of that kind only.
module canon.cpp.cloudservice.signin {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static com.google.api.client;
  requires static com.google.auth;
  requires static com.google.auth.oauth2;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice.signin;
  exports canon.cpp.cloudservice.signin.google;
}
