package canon.cpp.cloudservice.internal.session;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Read;
import canon.cpp.cloudservice.internal.call.Write;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.session.SignedOut;

/** The operations on the session. */
public final class SessionCalls implements Sessions {
  private static final String PATH = "/v1/session";

  private final Caller caller;

  public SessionCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Change<SignedIn> signIn() {
    return new Write<>(
        caller, OperationDraft.post("signIn", PATH).answering(SessionJson::signedIn));
  }

  @Override
  public Call<Session> get() {
    return new Read<>(caller, reading());
  }

  /** Reading the session, as an operation. */
  public static Operation<Session> reading() {
    return OperationDraft.get("getSession", PATH).answering(SessionJson::session);
  }

  @Override
  public Change<SignedOut> signOut() {
    return new Write<>(
        caller,
        OperationDraft.delete("signOut", PATH).endingSession().answering(SessionJson::signedOut));
  }
}
