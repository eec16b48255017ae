package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Adds members whose addresses are typed. */
public abstract class AddCommand extends CloudCommand {
  @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "E-mail addresses.")
  private List<String> addresses = new ArrayList<>();

  /** Creates the command. */
  protected AddCommand(Context context) {
    super(context);
  }

  @Override
  protected final ExitCode run() {
    List<String> typed = Keys.check(addresses);
    ExitCode code = ExitCode.OK;
    try (Connection connection = context().connect();
        RowWriter<Change> rows = context().rows(Change.columns())) {
      for (String address : typed) {
        Change change = Change.execute(address, () -> add(connection.client(), address));
        rows.write(change);
        code = code.and(change.exit());
      }
    }
    return code;
  }

  /** Adds one member. */
  protected abstract Change add(CloudServiceClient client, String address);

  /** Returns the change of lists, and perhaps of a role. */
  protected static Change applied(String address, List<ListChange> lists, List<String> more) {
    List<String> details = new ArrayList<>(more);
    boolean needed = more.stream().anyMatch(text -> text.endsWith(ChangeResult.ADDED.id()));
    for (ListChange list : lists) {
      details.add(list.application().id() + ":" + list.result().id());
      needed |= list.result().equals(ChangeResult.ADDED);
    }
    return Change.applied(address, needed, details);
  }
}
