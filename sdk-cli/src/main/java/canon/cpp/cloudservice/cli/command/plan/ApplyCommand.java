package canon.cpp.cloudservice.cli.command.plan;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.AppliedItem;
import canon.cpp.cloudservice.bulk.plan.ApplyPlan;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.bulk.Interruption;
import canon.cpp.cloudservice.cli.command.bulk.JobReport;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.ResultColumns;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.ProgressDisplay;
import canon.cpp.cloudservice.cli.output.RowWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies a plan that somebody has read. */
@Command(
    header = "Apply a stored plan, exactly as it was approved.",
    description =
        "The digest that plan printed is the approval. A member who has changed since is left as it"
            + " is (exit code 6). The same command continues a plan that was interrupted.")
public final class ApplyCommand extends CloudCommand {
  @Parameters(paramLabel = "FILE", description = "The plan.")
  private Path file = Path.of("");

  @Option(
      names = "--approve",
      required = true,
      paramLabel = "DIGEST",
      description = "The digest of the plan that you read.")
  private String digest = "";

  @Option(
      names = "--max-removals",
      paramLabel = "N",
      description =
          "The largest number of removals. If it is exactly the number of the plan, it approves"
              + " them above the ceiling.")
  private @Nullable Long maxRemovals;

  @Option(
      names = "--fail-on-drift",
      description = "Change nothing if any member has changed since the plan.")
  private boolean failOnDrift;

  /** Creates the command. */
  public ApplyCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    MembershipPlan plan = MembershipPlan.read(file);
    checkApproval(plan);
    try (Connection connection = context().connect()) {
      if (!plan.siteId().equals(connection.siteId())) {
        throw new CommandException(
            ExitCode.WRONG_SITE,
            "The plan is for the site "
                + plan.siteId()
                + ", but the account belongs to "
                + connection.siteId()
                + ". Nothing was changed.");
      }
      return apply(connection, plan);
    }
  }

  private void checkApproval(MembershipPlan plan) {
    if (!plan.digest().equals(digest)) {
      throw CommandException.usage(
          "The plan has another digest than the one that was approved. Read it again. Nothing was"
              + " changed.");
    }
    long removals = plan.removals().size();
    if (maxRemovals != null && removals > maxRemovals) {
      throw new CommandException(
          ExitCode.CEILING,
          "The plan has "
              + removals
              + " removals, but --max-removals allows "
              + maxRemovals
              + ". Nothing was changed.");
    }
  }

  private ExitCode apply(Connection connection, MembershipPlan plan) {
    ApplyPlan apply = Plans.with(connection.client()).apply(plan).journal(journal(plan));
    apply = failOnDrift ? apply.failOnAnyDrift() : apply;
    long removals = plan.removals().size();
    apply =
        maxRemovals != null && maxRemovals == removals && plan.exceedsCeiling()
            ? apply.approvingRemovals(removals, digest)
            : apply;
    Interruption interruption = Interruption.ofThisThread();
    try {
      Applied applied;
      try (ProgressDisplay progress =
          ProgressDisplay.on(terminal(), "Applying", plan.items().size())) {
        applied = apply.onProgress(progress::show).execute();
      }
      boolean unused = Thread.interrupted(); // So that files can be written.
      return report(applied);
    } finally {
      interruption.ended();
    }
  }

  private Path journal(MembershipPlan plan) {
    Path folder = OwnerOnly.folder(context().folders().journals(plan.siteId()));
    return folder.resolve("plan-" + plan.digest().replaceAll("[^0-9A-Za-z]", "") + ".jsonl");
  }

  private ExitCode report(Applied applied) {
    try (RowWriter<AppliedItem> rows = context().rows(columns());
        Stream<AppliedItem> items = applied.items()) {
      items.forEach(rows::write);
    }
    if (applied.wasAlreadyApplied()) {
      terminal().tell("The plan was applied before; nothing was changed.");
    }
    ExitCode code = applied.stopReason().map(JobReport::code).orElse(ExitCode.OK);
    applied.stopReason().ifPresent(why -> terminal().tell("Stopped: " + JobReport.stopped(why)));
    for (ItemResult result : ItemResult.values()) {
      code = applied.count(result) > 0 ? code.and(JobReport.code(result)) : code;
    }
    if (code == ExitCode.INTERRUPTED || code == ExitCode.UNKNOWN) {
      terminal().tell("To continue, run the same command again. It applies nothing twice.");
    }
    return code;
  }

  private static List<Column<AppliedItem>> columns() {
    return List.of(
        new Column<>("action", row -> PlanCommand.columns().get(0).text(row.item())),
        new Column<>("email", row -> row.item().email()),
        new Column<>("result", row -> ResultColumns.name(row.result())));
  }
}
