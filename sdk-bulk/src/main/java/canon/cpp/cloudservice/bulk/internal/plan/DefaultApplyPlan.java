package canon.cpp.cloudservice.bulk.internal.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.internal.job.BackgroundJob;
import canon.cpp.cloudservice.bulk.internal.job.FluentJob;
import canon.cpp.cloudservice.bulk.internal.job.JobSettings;
import canon.cpp.cloudservice.bulk.internal.job.OptionValues;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.ApplyPlan;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The application of a plan as a value. */
public final class DefaultApplyPlan extends FluentJob<ApplyPlan> implements ApplyPlan {
  private final CloudServiceClient client;
  private final PlanData plan;
  private final ApplyOptions options;

  private DefaultApplyPlan(
      CloudServiceClient client, PlanData plan, JobSettings settings, ApplyOptions options) {
    super(settings);
    this.client = client;
    this.plan = plan;
    this.options = options;
  }

  public static ApplyPlan of(CloudServiceClient client, MembershipPlan plan) {
    if (plan instanceof PlanData data) {
      return new DefaultApplyPlan(client, data, JobSettings.DEFAULT, ApplyOptions.DEFAULT);
    }
    throw new IllegalArgumentException("The plan was not made by this library");
  }

  @Override
  protected ApplyPlan with(JobSettings changed) {
    return new DefaultApplyPlan(client, plan, changed, options);
  }

  private DefaultApplyPlan set(Consumer<ApplyOptions> change) {
    return new DefaultApplyPlan(client, plan, settings, options.with(change));
  }

  @Override
  public ApplyPlan journal(Path file) {
    requireNonNull(file, "file");
    return set(copy -> copy.journal = file);
  }

  @Override
  public ApplyPlan approvingRemovals(long removals, String digest) {
    requireNonNull(digest, "digest");
    return set(copy -> copy.approvedDigest = digest).approvingRemovals(removals);
  }

  @Override
  public ApplyPlan failOnAnyDrift() {
    return set(copy -> copy.failOnAnyDrift = true);
  }

  @Override
  public ApplyPlan removalsFirst() {
    return set(copy -> copy.removalsFirst = true);
  }

  @Override
  public ApplyPlan stopRemovalsAfterUnknowns(long unknowns) {
    long checked = OptionValues.notNegative("stopRemovalsAfterUnknowns", unknowns);
    return set(copy -> copy.maxUnknownsForRemovals = checked);
  }

  @Override
  public Applied execute() {
    return settings.timed(timed -> new PlanExecution(client, plan, timed, options).execute());
  }

  @Override
  public CompletableFuture<Applied> executeAsync() {
    return BackgroundJob.start(this::execute);
  }

  /** Shows the numbers of the plan only, because its items name people. */
  @Override
  public String toString() {
    return "ApplyPlan[" + plan + "]";
  }
}
