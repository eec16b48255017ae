package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.TokenProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/**
 * The view of the client for the administrator of an HTTP session. The client is final, so Spring
 * cannot make a session-scoped proxy of it; it can of this holder.
 *
 * <p>The token provider runs on threads of the client, on which no thread-local of the request is
 * set: pass it what it needs when it is created.
 */
@Component
@SessionScope
public class SignedInAdministrator {
  private final CloudServiceClient client;
  private volatile CloudServiceClient view;

  public SignedInAdministrator(CloudServiceClient client) {
    this.client = client;
  }

  public void signIn(TokenProvider provider) {
    CloudServiceClient signedIn = client.withTokenProvider(provider);
    signedIn.session().signIn().execute();
    view = signedIn;
  }

  public CloudServiceClient view() {
    CloudServiceClient signedIn = view;
    if (signedIn == null) {
      throw new NotSignedInException();
    }
    return signedIn;
  }
}
