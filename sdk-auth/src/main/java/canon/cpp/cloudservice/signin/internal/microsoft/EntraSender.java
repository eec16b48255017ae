package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;

/** Sends to Microsoft's identity platform. */
final class EntraSender implements MsalSender {
  private final IdentityHttp http;

  EntraSender(IdentityHttp http) {
    this.http = http;
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    IdentityResponse answer = ask(request);
    if (!answer.isSuccess()) {
      throw EntraErrors.of(http, answer);
    }
    return answer;
  }

  /** What is answered, be it an error. */
  IdentityResponse ask(HttpRequest request) {
    return http.answer(http.exchange(request));
  }
}
