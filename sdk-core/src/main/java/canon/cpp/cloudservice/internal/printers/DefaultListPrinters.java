package canon.cpp.cloudservice.internal.printers;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.printers.Printer;
import java.time.Duration;

/** The list of printers. */
final class DefaultListPrinters extends ListCall<Printer> {
  DefaultListPrinters(OperationExecutor caller, PageRequest request) {
    super(caller, request, PrinterJson::printer);
  }

  @Override
  protected OperationBuilder draft() {
    return OperationBuilder.get("listPrinters", "/v1/printers");
  }

  @Override
  public PagedCall<Printer> pageSize(int size) {
    return new DefaultListPrinters(caller(), request().withSize(size));
  }

  @Override
  public PagedCall<Printer> startingFrom(PageToken token) {
    return new DefaultListPrinters(caller(), request().startingFrom(token));
  }

  @Override
  public PagedCall<Printer> timeoutPerPage(Duration timeout) {
    return new DefaultListPrinters(caller(), request().withTimeout(timeout));
  }

  @Override
  public PagedCall<Printer> header(String name, String value) {
    return new DefaultListPrinters(caller(), request().withHeader(name, value));
  }
}
