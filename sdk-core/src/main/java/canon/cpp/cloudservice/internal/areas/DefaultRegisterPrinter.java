package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationCall;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RegisteredPrinter;

/** The registration of a printer with its options. */
final class DefaultRegisterPrinter extends OperationCall<RegisteredPrinter, RegisterPrinter>
    implements RegisterPrinter {
  private final Registration registration;

  DefaultRegisterPrinter(OperationExecutor executor, PrinterIdentity printer, String displayName) {
    this(executor, new Registration(printer, displayName, false, false), CallOptions.NONE);
  }

  private DefaultRegisterPrinter(
      OperationExecutor executor, Registration registration, CallOptions options) {
    super(executor, options);
    this.registration = registration;
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
  protected Operation<RegisteredPrinter> operation() {
    return OperationBuilder.of(OperationId.REGISTER_PRINTER)
        .body(registration.toJson())
        .subject(registration.printer.serialNumber())
        .secret(registration.printer.proof())
        .reading(PrinterJson::registeredPrinter);
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
    return with(options().withIdempotencyKey(key));
  }

  @Override
  public Change<Response<RegisteredPrinter>> withResponse() {
    return new ChangeCall<>(executor(), operation().withResponse(), options());
  }

  private RegisterPrinter with(Registration changed) {
    return new DefaultRegisterPrinter(executor(), changed, options());
  }

  @Override
  protected RegisterPrinter with(CallOptions changed) {
    return new DefaultRegisterPrinter(executor(), registration, changed);
  }
}
