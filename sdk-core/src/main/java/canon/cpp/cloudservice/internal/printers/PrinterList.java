package canon.cpp.cloudservice.internal.printers;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.printers.Printer;
import java.time.Duration;

/** The list of printers. */
final class PrinterList extends ListCall<Printer> {
  PrinterList(Caller caller, PageRequest request) {
    super(caller, request, PrinterJson::printer);
  }

  @Override
  protected OperationDraft draft() {
    return OperationDraft.get("listPrinters", "/v1/printers");
  }

  @Override
  public PagedCall<Printer> pageSize(int size) {
    return new PrinterList(caller(), request().withSize(size));
  }

  @Override
  public PagedCall<Printer> startingFrom(PageToken token) {
    return new PrinterList(caller(), request().startingFrom(token));
  }

  @Override
  public PagedCall<Printer> timeoutPerPage(Duration timeout) {
    return new PrinterList(caller(), request().withTimeout(timeout));
  }
}
