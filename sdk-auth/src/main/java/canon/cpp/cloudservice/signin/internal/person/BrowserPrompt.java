package canon.cpp.cloudservice.signin.internal.person;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks in a browser on this machine. */
record BrowserPrompt(
    String provider,
    URI loopback,
    Consumer<URI> browser,
    @Nullable String address,
    SecretTexts secrets)
    implements Prompt {

  @Override
  public AccessToken ask(PersonGrant grant, TokenRequest request, Timer timer) {
    throw SignInException.builder(SignInKind.UNAVAILABLE).provider(provider).build();
  }
}
