package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.Keys;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how the service reads addresses. */
@Command(
    header = "Show how the service reads addresses, and whether they belong to a member.",
    description = "Ends with 3 if an address is malformed.")
public final class Resolve extends CloudCommand {
  private static final int AT_ONCE = 100;

  @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "E-mail addresses.")
  private List<String> addresses = new ArrayList<>();

  /** Creates the command. */
  public Resolve(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    List<String> typed = Keys.check(addresses);
    ExitCode code = ExitCode.OK;
    try (Connection connection = context().connect();
        RowWriter<ResolvedAddress> rows = context().rows(Columns.resolved())) {
      for (int i = 0; i < typed.size(); i += AT_ONCE) {
        List<String> some = typed.subList(i, Math.min(typed.size(), i + AT_ONCE));
        for (ResolvedAddress address : connection.client().users().resolve(some).execute()) {
          rows.write(address);
          code = address.isMalformed() ? code.and(ExitCode.REJECTED) : code;
        }
      }
    }
    return code;
  }
}
