package canon.cpp.cloudservice.internal.printers;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The registration of a printer with its wishes; executed as a {@link ChangeCall}. */
final class DefaultRegisterPrinter implements RegisterPrinter {
  private final OperationExecutor caller;
  private final Registration registration;
  private final CallOptions options;

  DefaultRegisterPrinter(OperationExecutor caller, PrinterIdentity printer, String displayName) {
    this(caller, new Registration(printer, displayName, false, false), CallOptions.NONE);
  }

  private DefaultRegisterPrinter(
      OperationExecutor caller, Registration registration, CallOptions options) {
    this.caller = caller;
    this.registration = registration;
    this.options = options;
  }

  private record Registration(
      PrinterIdentity printer, String displayName, boolean transfer, boolean foundSite) {

    JsonBody toJson() {
      return new JsonBody()
          .with("series", printer.series())
          .with("serialNumber", printer.serialNumber())
          .with("printerProof", printer.proof())
          .with("displayName", displayName)
          .withFlag("transfer", transfer)
          .withFlag("foundSite", foundSite);
    }
  }

  @Override
  public RegisterPrinter transferFromOtherSite() {
    return with(
        new Registration(
            registration.printer, registration.displayName, true, registration.foundSite));
  }

  @Override
  public RegisterPrinter foundSite() {
    return with(
        new Registration(
            registration.printer, registration.displayName, registration.transfer, true));
  }

  @Override
  public RegisterPrinter idempotencyKey(String key) {
    return with(options.withIdempotencyKey(key));
  }

  @Override
  public RegisterPrinter timeout(Duration timeout) {
    return with(options.withTimeout(timeout));
  }

  @Override
  public RegisterPrinter header(String name, String value) {
    return with(options.withHeader(name, value));
  }

  @Override
  public Change<Response<RegisteredPrinter>> withResponse() {
    return write().withResponse();
  }

  @Override
  public RegisteredPrinter execute() {
    return write().execute();
  }

  @Override
  public CompletableFuture<RegisteredPrinter> executeAsync() {
    return write().executeAsync();
  }

  @Override
  public String toString() {
    return write().toString();
  }

  private Change<RegisteredPrinter> write() {
    return new ChangeCall<>(
        caller,
        OperationBuilder.post("registerPrinter", "/v1/printers")
            .body(registration.toJson())
            .answering(PrinterJson::registeredPrinter),
        options);
  }

  private RegisterPrinter with(Registration other) {
    return new DefaultRegisterPrinter(caller, other, options);
  }

  private RegisterPrinter with(CallOptions other) {
    return new DefaultRegisterPrinter(caller, registration, other);
  }
}
