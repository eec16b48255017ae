package canon.cpp.cloudservice.cli.command.support;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.OutputFormat;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;

/** Finds what is broken between this machine and the service. */
@Command(
    header = "Find what is broken between this machine and the service.",
    description =
        "Ends with 75 if the service cannot be reached, with 7 if the sign-in does not work, and"
            + " with 1 if something else failed. The output contains no secret and no e-mail"
            + " address.")
public final class Diagnose extends CloudCommand {
  private static final Set<CheckKind> ACCOUNT = Set.of(CheckKind.TOKEN, CheckKind.ACCOUNT);

  /** Creates the command. */
  public Diagnose(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = Connection.open(context(), context().signIn()::create)) {
      Diagnosis diagnosis = connection.client().diagnose().execute();
      if (context().options().format() == OutputFormat.TABLE) {
        terminal().out().print(diagnosis.toText());
      } else {
        try (RowWriter<Check> rows = context().rows(columns())) {
          diagnosis.checks().forEach(rows::write);
        }
      }
      return code(diagnosis);
    }
  }

  private static ExitCode code(Diagnosis diagnosis) {
    ExitCode code = ExitCode.OK;
    for (Check check : diagnosis.checks()) {
      if (check.state() == CheckState.FAILED) {
        boolean account = ACCOUNT.contains(check.kind());
        // Behind a broken network the account cannot be checked, so the network decides.
        code = account && code == ExitCode.OK ? ExitCode.SIGN_IN : code;
        code = account ? code : ExitCode.UNREACHABLE;
      }
    }
    return code;
  }

  private static List<Column<Check>> columns() {
    return List.of(
        new Column<>("check", check -> check.kind().name().toLowerCase(Locale.ROOT)),
        new Column<>("state", check -> check.state().name().toLowerCase(Locale.ROOT)),
        new Column<>("milliseconds", check -> check.duration().toMillis()),
        new Column<>("finding", Check::finding),
        new Column<>("remedy", Check::remedy));
  }
}
