package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.FakeAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of one browser: who is signed in there, and the message to show next. */
final class ConsoleSession {
  private @Nullable FakeAccount account;
  private @Nullable String token;
  private @Nullable ConsoleMessage message;

  synchronized Optional<FakeAccount> account() {
    return Optional.ofNullable(account);
  }

  synchronized Optional<String> token() {
    return Optional.ofNullable(token);
  }

  synchronized void signIn(FakeAccount who, String with) {
    account = who;
    token = with;
  }

  synchronized void logOut() {
    account = null;
    token = null;
  }

  synchronized void show(ConsoleMessage next) {
    message = next;
  }

  /** Returns a message is shown once. */
  synchronized Optional<ConsoleMessage> takeMessage() {
    Optional<ConsoleMessage> shown = Optional.ofNullable(message);
    message = null;
    return shown;
  }
}
