package canon.cpp.cloudservice.internal.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import java.util.Optional;

/** The operations on printers. */
public final class DefaultPrinters implements Printers {
  private static final String PATH = "/v1/printers/{printerKey}";
  private static final String KEY = "printerKey";
  private static final int MAX_KEY_LENGTH = 64;
  private static final int MAX_NAME_LENGTH = 128;

  private final OperationExecutor caller;

  public DefaultPrinters(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public RegisterPrinter register(PrinterIdentity printer, String displayName) {
    return new DefaultRegisterPrinter(
        caller,
        requireNonNull(printer, "printer"),
        Checks.text("displayName", displayName, MAX_NAME_LENGTH));
  }

  @Override
  public Call<Printer> get(String printerKey) {
    return read(printerKey);
  }

  @Override
  public Call<Optional<Printer>> find(String printerKey) {
    return read(printerKey).orEmpty();
  }

  @Override
  public Change<RemovedPrinter> remove(String printerKey) {
    return new ChangeCall<>(
        caller,
        OperationBuilder.delete("removePrinter", PATH)
            .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
            .answering(PrinterJson::removedPrinter));
  }

  @Override
  public PagedCall<Printer> list() {
    return new DefaultListPrinters(caller, PageRequest.FIRST);
  }

  private ReadCall<Printer> read(String printerKey) {
    return new ReadCall<>(
        caller,
        OperationBuilder.get("getPrinter", PATH)
            .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
            .answering(PrinterJson::printer));
  }
}
