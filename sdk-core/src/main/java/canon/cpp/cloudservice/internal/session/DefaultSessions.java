package canon.cpp.cloudservice.internal.session;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.session.SignedOut;

/** The operations on the session. */
public final class DefaultSessions implements Sessions {
  private static final String PATH = "/v1/session";

  private final OperationExecutor caller;

  public DefaultSessions(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public Change<SignedIn> signIn() {
    return new ChangeCall<>(
        caller, OperationBuilder.post("signIn", PATH).answering(SessionJson::signedIn));
  }

  @Override
  public Call<Session> get() {
    return new ReadCall<>(caller, reading());
  }

  /** Reading the session, as an operation. */
  public static Operation<Session> reading() {
    return OperationBuilder.get("getSession", PATH).answering(SessionJson::session);
  }

  @Override
  public Change<SignedOut> signOut() {
    return new ChangeCall<>(
        caller,
        OperationBuilder.delete("signOut", PATH).endingSession().answering(SessionJson::signedOut));
  }
}
