package canon.cpp.cloudservice.examples.settingseditor.account;

import canon.cpp.cloudservice.examples.settingseditor.connection.Connection;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;

/**
 * A sign-in whose user is at the identity provider. It is kept in the HTTP session, so only the
 * browser that began it can complete it.
 */
record PendingSignIn(Connection connection, AuthorizationCodeSession session) {
  static final String ATTRIBUTE = PendingSignIn.class.getName();
}
