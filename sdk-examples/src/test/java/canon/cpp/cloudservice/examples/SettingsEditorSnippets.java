package canon.cpp.cloudservice.examples;

import static canon.cpp.cloudservice.Application.REMOTE_MATCH;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import canon.cpp.cloudservice.session.SignedIn;
import java.net.URI;
import java.nio.file.Path;

/** The code in {@code docs/hosts/settings-editor.md}. */
final class SettingsEditorSnippets {
  private SettingsEditorSnippets() {}

  /** A page of the host. */
  interface HostPage {
    void ask(String question);

    void show(String text);
  }

  static Diagnosis network(URI serviceAddress) {
    HttpTransport network =
        HttpTransport.jdk()
            .proxy(ProxySettings.of("proxy.contoso.com", 8080))
            .trust(TrustSettings.system().withTrustAnchors(Path.of("corporate-ca.pem")))
            .build();
    CloudServiceClient client =
        CloudServiceClient.builder(serviceAddress)
            .transport(network)
            .appInfo("SettingsEditor/2.3")
            .build();
    Diagnosis diagnosis = client.diagnose().execute();
    client.close();
    network.close();
    return diagnosis;
  }

  static SignedIn signIn(CloudServiceClient client, TokenProvider provider) {
    CloudServiceClient admin = client.withTokenProvider(provider);
    SignedIn signedIn = admin.session().signIn().execute();
    return signedIn;
  }

  static void register(
      CloudServiceClient admin, PrinterIdentity thisPrinter, String displayName, HostPage page) {
    try {
      admin.printers().register(thisPrinter, displayName).execute();
    } catch (RejectedException e) {
      switch (e.code().id()) {
        case ProblemCode.Id.ACCOUNT_NOT_REGISTERED -> page.ask("Found a new administration site?");
        case ProblemCode.Id.PRINTER_REGISTERED_ELSEWHERE ->
            page.ask("Move the printer to this site?");
        default -> throw e;
      }
    }
  }

  static void readiness(CloudServiceClient admin, HostPage page) {
    PrinterReadiness readiness = admin.printers().readiness("VP-1001").execute();
    if (!readiness.isReadyFor(REMOTE_MATCH)) {
      readiness.advice(REMOTE_MATCH).forEach(page::show);
    }
  }
}
