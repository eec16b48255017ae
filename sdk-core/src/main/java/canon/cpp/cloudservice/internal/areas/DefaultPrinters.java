package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import java.util.Optional;

/** The operations on printers. */
public final class DefaultPrinters extends Area implements Printers {
  private static final String KEY = "printerKey";
  private static final int MAX_KEY_LENGTH = 64;
  private static final int MAX_NAME_LENGTH = 128;

  public DefaultPrinters(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public RegisterPrinter register(PrinterIdentity printer, String displayName) {
    return new DefaultRegisterPrinter(
        executor(),
        requireNonNull(printer, "printer"),
        Checks.text("displayName", displayName, MAX_NAME_LENGTH));
  }

  @Override
  public Call<Printer> get(String printerKey) {
    return read(reading(printerKey));
  }

  @Override
  public Call<Optional<Printer>> find(String printerKey) {
    return read(reading(printerKey)).orEmpty();
  }

  @Override
  public Call<PrinterReadiness> readiness(String printerKey) {
    return read(reading(printerKey)).orEmpty(PrinterReadiness::new);
  }

  @Override
  public Call<Printer> awaitFirstData(String printerKey) {
    return await(
        reading(printerKey),
        printer -> printer.lastDataAt() != null,
        "the printer has not sent data");
  }

  @Override
  public Call<Printer> awaitReady(String printerKey, Application application) {
    requireNonNull(application, "application");
    return await(
        reading(printerKey),
        printer -> new PrinterReadiness(printer).isReadyFor(application),
        "the printer is not ready for " + application);
  }

  @Override
  public Change<RemovedPrinter> remove(String printerKey) {
    return change(
        OperationBuilder.of(OperationId.REMOVE_PRINTER)
            .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
            .reading(PrinterJson::removedPrinter));
  }

  @Override
  public PagedCall<Printer> list() {
    return new DefaultListPrinters(executor(), PageRequest.FIRST);
  }

  private static Operation<Printer> reading(String printerKey) {
    return OperationBuilder.of(OperationId.GET_PRINTER)
        .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
        .reading(PrinterJson::printer);
  }
}
