package canon.cpp.cloudservice.bulk.internal.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.internal.job.BackgroundJob;
import canon.cpp.cloudservice.bulk.internal.job.OptionValues;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.ApplyPlan;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The application of a plan as a value. */
public final class DefaultApplyPlan implements ApplyPlan {
  private final CloudServiceClient client;
  private final PlanData plan;
  private final ApplyOptions options;

  private DefaultApplyPlan(CloudServiceClient client, PlanData plan, ApplyOptions options) {
    this.client = client;
    this.plan = plan;
    this.options = options;
  }

  public static ApplyPlan of(CloudServiceClient client, MembershipPlan plan) {
    if (plan instanceof PlanData data) {
      return new DefaultApplyPlan(client, data, ApplyOptions.DEFAULT);
    }
    throw new IllegalArgumentException("The plan was not made by this library");
  }

  private ApplyPlan with(Consumer<ApplyOptions> change) {
    return new DefaultApplyPlan(client, plan, options.with(change));
  }

  @Override
  public ApplyPlan journal(Path file) {
    requireNonNull(file, "file");
    return with(copy -> copy.journal = file);
  }

  @Override
  public ApplyPlan removingAtMost(long removals) {
    long checked = OptionValues.notNegative("removingAtMost", removals);
    return with(copy -> copy.removingAtMost = checked);
  }

  @Override
  public ApplyPlan approvingRemovals(long removals, String digest) {
    long checked = OptionValues.notNegative("approvingRemovals", removals);
    requireNonNull(digest, "digest");
    return with(
        copy -> {
          copy.approvedRemovals = checked;
          copy.approvedDigest = digest;
        });
  }

  @Override
  public ApplyPlan failOnAnyDrift() {
    return with(copy -> copy.failOnAnyDrift = true);
  }

  @Override
  public ApplyPlan removalsFirst() {
    return with(copy -> copy.removalsFirst = true);
  }

  @Override
  public ApplyPlan stopRemovalsAfterUnknowns(long unknowns) {
    long checked = OptionValues.notNegative("stopRemovalsAfterUnknowns", unknowns);
    return with(copy -> copy.maxUnknownsForRemovals = checked);
  }

  @Override
  public ApplyPlan stopAfterRejections(long rejections) {
    long checked = OptionValues.notNegative("stopAfterRejections", rejections);
    return with(copy -> copy.maxRejections = checked);
  }

  @Override
  public ApplyPlan maxConcurrency(int requests) {
    int checked = OptionValues.maxConcurrency(requests);
    return with(copy -> copy.maxConcurrency = checked);
  }

  @Override
  public ApplyPlan resumeAsOtherAccount() {
    return with(copy -> copy.otherAccount = true);
  }

  @Override
  public ApplyPlan onProgress(Consumer<BulkProgress> listener) {
    requireNonNull(listener, "listener");
    return with(copy -> copy.progress = listener);
  }

  @Override
  public ApplyPlan time(Timer timer, Clock clock) {
    requireNonNull(timer, "timer");
    requireNonNull(clock, "clock");
    return with(
        copy -> {
          copy.timer = timer;
          copy.clock = clock;
        });
  }

  @Override
  public Applied execute() {
    Timer timer = options.timer;
    if (timer != null) {
      return new PlanExecution(client, plan, options, timer).execute();
    }
    try (SystemTimer own = new SystemTimer("bulk-timer")) {
      return new PlanExecution(client, plan, options, own).execute();
    }
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
