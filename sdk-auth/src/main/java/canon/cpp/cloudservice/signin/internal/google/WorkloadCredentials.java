package canon.cpp.cloudservice.signin.internal.google;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;

/** The credentials of a workload, as Google's library represents them. */
@FunctionalInterface
interface WorkloadCredentials {

  /**
   * Creates credentials for one fetch. They cache tokens and would print them, so they are not
   * kept.
   *
   * @param transport the transport for obtaining tokens
   */
  GoogleCredentials credentials(HttpTransportFactory transport);
}
