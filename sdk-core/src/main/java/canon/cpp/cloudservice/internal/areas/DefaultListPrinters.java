package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.printers.Printer;

/** The list of printers. */
final class DefaultListPrinters extends ListCall<Printer, PagedCall<Printer>> {
  DefaultListPrinters(OperationExecutor executor, PageRequest request) {
    super(executor, request, PrinterJson::printer);
  }

  @Override
  protected OperationBuilder operation() {
    return OperationBuilder.of(OperationId.LIST_PRINTERS);
  }

  @Override
  protected PagedCall<Printer> with(PageRequest changed) {
    return new DefaultListPrinters(executor(), changed);
  }
}
