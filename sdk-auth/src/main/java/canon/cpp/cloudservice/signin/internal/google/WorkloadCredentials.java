package canon.cpp.cloudservice.signin.internal.google;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;

/** What a program proves itself with, in the terms of Google's library. */
@FunctionalInterface
interface WorkloadCredentials {

  /**
   * Makes credentials for one fetch. They keep tokens, and would print them; so nobody keeps them.
   *
   * @param transport over which they get their tokens
   */
  GoogleCredentials credentials(HttpTransportFactory transport);
}
