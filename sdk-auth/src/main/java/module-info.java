/** Signing in to the PRISMAsync cloud service with Microsoft and Google accounts. */
@SuppressWarnings("requires-automatic") // Both libraries are modules of that kind only.
module canon.cpp.cloudservice.signin {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static com.google.api.client;
  requires static com.google.auth;
  requires static com.google.auth.oauth2;
  requires static com.microsoft.aad.msal4j;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice.signin;
  exports canon.cpp.cloudservice.signin.google;
  exports canon.cpp.cloudservice.signin.microsoft;
}
