package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.SignInApp;
import java.util.Map;

/** This program as it is registered at Microsoft and Google. */
public interface SignInApps {
  /** Returns the applications, which send their requests over a network. */
  Map<IdentityProvider, SignInApp> on(HttpTransport network);
}
