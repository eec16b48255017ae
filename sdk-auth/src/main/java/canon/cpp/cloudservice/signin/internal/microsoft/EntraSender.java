package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;

/** Sends to Microsoft's identity platform. */
final class EntraSender implements Sender {
  private final IdentityHttp http;

  EntraSender(IdentityHttp http) {
    this.http = http;
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
    return http.answer(http.exchange(request));
  }
}
