package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.session.SignedOut;

/** The operations on the session. */
public final class DefaultSessions extends Area implements Sessions {

  public DefaultSessions(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public Change<SignedIn> signIn() {
    return change(OperationBuilder.of(OperationId.SIGN_IN).reading(SessionJson::signedIn));
  }

  @Override
  public Call<Session> get() {
    return read(getSession());
  }

  /** Returns the operation that reads the session. */
  public static Operation<Session> getSession() {
    return OperationBuilder.of(OperationId.GET_SESSION).reading(SessionJson::session);
  }

  @Override
  public Change<SignedOut> signOut() {
    return change(OperationBuilder.of(OperationId.SIGN_OUT).reading(SessionJson::signedOut));
  }
}
