package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.Keys;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a printer still needs before applications can use it. */
@Command(
    header = "Show whether printers are ready for each application, and what is missing.",
    description = "Ends with 3 if a printer is not registered at the site.")
public final class PrintersReadiness extends CloudCommand {
  @Parameters(arity = "1..*", paramLabel = "SERIAL", description = "Serial numbers or ids.")
  private List<String> printers = new ArrayList<>();

  /** Creates the command. */
  public PrintersReadiness(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    List<String> typed = Keys.check(printers);
    ExitCode code = ExitCode.OK;
    try (Connection connection = context().connect();
        RowWriter<Row> rows = context().rows(columns())) {
      for (String printer : typed) {
        PrinterReadiness readiness = connection.client().printers().readiness(printer).execute();
        Printer registered = readiness.printer();
        if (registered == null) {
          terminal().tell("cloudservice: " + printer + " is not registered at this site.");
          code = code.and(ExitCode.REJECTED);
          continue;
        }
        for (PrinterApplication application : registered.applications()) {
          rows.write(new Row(printer, application.application(), readiness));
        }
      }
    }
    return code;
  }

  private static List<Column<Row>> columns() {
    return List.of(
        new Column<>("serial_number", Row::printer),
        new Column<>("application", row -> row.application().id()),
        new Column<>("ready", row -> row.readiness().isReadyFor(row.application())),
        new Column<>(
            "enabled",
            row ->
                row.readiness()
                    .in(row.application())
                    .map(PrinterApplication::enabled)
                    .orElse(null)),
        new Column<>(
            "licence",
            row ->
                row.readiness().in(row.application()).map(one -> one.licensed().id()).orElse(null)),
        new Column<>("last_data_at", row -> row.readiness().lastDataAt().orElse(null)),
        new Column<>("advice", row -> row.readiness().advice(row.application())));
  }

  private record Row(String printer, Application application, PrinterReadiness readiness) {}
}
