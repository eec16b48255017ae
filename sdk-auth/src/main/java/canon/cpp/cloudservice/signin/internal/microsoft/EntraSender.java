package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.net.URI;

/** Sends to Microsoft's identity platform, and nowhere else. */
final class EntraSender implements Sender {
  private final IdentityHttp http;
  private final URI cloud;

  EntraSender(IdentityHttp http, URI cloud) {
    this.http = http;
    this.cloud = cloud;
  }

  @Override
  public IdentityAnswer send(HttpRequest request) {
    IdentityAnswer answer = ask(request);
    if (!answer.isSuccess()) {
      throw EntraFailures.of(http, answer);
    }
    return answer;
  }

  /** What is answered, be it an error. */
  IdentityAnswer ask(HttpRequest request) {
    if (!Urls.sameOrigin(cloud, request.uri())) {
      throw http.failure(SignInKind.OTHER)
          .summary("the sign-in belongs to " + Urls.origin(request.uri()) + ", not to " + cloud)
          .remedy("Check the authority, or sign in anew.")
          .build();
    }
    return http.answer(http.exchange(request));
  }
}
