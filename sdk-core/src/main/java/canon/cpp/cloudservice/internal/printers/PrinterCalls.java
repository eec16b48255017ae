package canon.cpp.cloudservice.internal.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Read;
import canon.cpp.cloudservice.internal.call.Write;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import java.util.Optional;

/** The operations on printers. */
public final class PrinterCalls implements Printers {
  private static final String PATH = "/v1/printers/{printerKey}";
  private static final String KEY = "printerKey";
  private static final int MAX_KEY_LENGTH = 64;
  private static final int MAX_NAME_LENGTH = 128;

  private final Caller caller;

  public PrinterCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public RegisterPrinter register(PrinterIdentity printer, String displayName) {
    return new PrinterRegistration(
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
    return new Write<>(
        caller,
        OperationDraft.delete("removePrinter", PATH)
            .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
            .answering(PrinterJson::removedPrinter));
  }

  @Override
  public PagedCall<Printer> list() {
    return new PrinterList(caller, PageRequest.FIRST);
  }

  private Read<Printer> read(String printerKey) {
    return new Read<>(
        caller,
        OperationDraft.get("getPrinter", PATH)
            .path(KEY, Checks.key(KEY, printerKey, MAX_KEY_LENGTH))
            .answering(PrinterJson::printer));
  }
}
