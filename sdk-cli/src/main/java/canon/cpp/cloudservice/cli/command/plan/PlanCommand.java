package canon.cpp.cloudservice.cli.command.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.CreatePlan;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.bulk.plan.RemovalScope;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import canon.cpp.cloudservice.cli.input.InputOptions;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a site with a file of the users that it should have. */
@Command(
    header = "Compare the site with a CSV file of the users that it should have.",
    description =
        "Reads only. Nobody is removed unless --remove-from-domain, --remove-from-list or"
            + " --remove-others says whose removal is meant.")
public final class PlanCommand extends CloudCommand {
  @Parameters(paramLabel = "FILE", description = "A CSV file with the addresses.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Store the plan, so that it can be applied.")
  private @Nullable Path output;

  @Option(
      names = "--administrators",
      description = "The file has the administrators of the site, not its users.")
  private boolean administrators;

  @Option(
      names = "--remove-from-domain",
      paramLabel = "DOMAIN",
      description = "Plan the removal of users of this domain who are not in the file.")
  private @Nullable String domain;

  @Option(
      names = "--remove-from-list",
      paramLabel = "APPLICATION",
      description = "Plan the removal of users from this list who are not in the file.")
  private @Nullable String list;

  @Option(
      names = "--remove-others",
      description = "Plan the removal of everybody who is not in the file.")
  private boolean others;

  @Option(
      names = "--detailed-exit-code",
      description = "End with 2 if there are changes, and with 0 if there are none.")
  private boolean detailedExitCode;

  @Mixin private final InputOptions inputOptions = new InputOptions();

  /** Creates the command. */
  public PlanCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (InputFile input =
            InputFile.open(file, inputOptions, List.of("email", "address", "e-mail", "mail"));
        Connection connection = context().connect()) {
      MembershipPlan plan = create(connection, input);
      print(plan);
      if (output != null) {
        plan.save(output);
        terminal().tell("Stored: " + output + ". To apply it, run:");
        terminal().tell(command(output, plan));
      }
      ExitCode code = plan.impossible().isEmpty() ? ExitCode.OK : ExitCode.REJECTED;
      return detailedExitCode && !plan.isEmpty() ? code.and(ExitCode.CHANGES) : code;
    }
  }

  private MembershipPlan create(Connection connection, InputFile input) {
    Plans plans = Plans.with(connection.client());
    CreatePlan create =
        administrators ? plans.administrators(input.keys()) : plans.usersOnAllLists(input.keys());
    List<RemovalScope> scopes = scopes();
    if (scopes.size() > 1) {
      throw CommandException.usage("The options that plan removals exclude each other.");
    }
    return (scopes.isEmpty() ? create : create.removing(scopes.get(0)))
        .journals(OwnerOnly.folder(context().folders().journals(connection.siteId())))
        .create();
  }

  private List<RemovalScope> scopes() {
    List<RemovalScope> scopes = new ArrayList<>();
    if (domain != null) {
      scopes.add(RemovalScope.domain(domain));
    }
    if (list != null) {
      scopes.add(RemovalScope.list(Application.of(list)));
    }
    if (others) {
      scopes.add(RemovalScope.wholeSite());
    }
    return scopes;
  }

  private void print(MembershipPlan plan) {
    try (RowWriter<PlanItem> rows = context().rows(columns())) {
      plan.items().forEach(rows::write);
    }
    plan.impossible()
        .forEach(row -> terminal().tell("Row " + row.row() + " is impossible: " + row.message()));
    plan.warnings().forEach(warning -> terminal().tell("Warning: " + warning.message()));
    terminal()
        .tell(
            "Plan for site "
                + plan.siteId()
                + ": "
                + plan.additions().size()
                + " to add, "
                + plan.removals().size()
                + " to remove ("
                + plan.allowedRemovals()
                + " allowed), "
                + plan.asWanted()
                + " as wanted.");
    terminal().tell("Digest: " + plan.digest());
  }

  private static String command(Path file, MembershipPlan plan) {
    return "cloudservice apply "
        + file
        + " --approve "
        + plan.digest()
        + " --max-removals "
        + plan.removals().size();
  }

  static List<Column<PlanItem>> columns() {
    return List.of(
        new Column<>(
            "action", item -> item.action().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        new Column<>("email", PlanItem::email),
        new Column<>("add_to", item -> item.additions().stream().map(Application::id).toList()),
        new Column<>(
            "remove_from", item -> item.removals().stream().map(Application::id).toList()));
  }
}
