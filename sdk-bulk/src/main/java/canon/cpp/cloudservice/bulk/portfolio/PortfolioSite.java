package canon.cpp.cloudservice.bulk.portfolio;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.ApplyPlan;

/**
 * A site of a portfolio while the work is done there: it is locked, and its id is the expected one.
 * For the thread of the work only. This library implements the interface and may add methods to it.
 */
@CheckReturnValue
public interface PortfolioSite {

  /**
   * Returns the entry of the site.
   *
   * @return the entry
   */
  PortfolioEntry entry();

  /**
   * Returns a view for the account of the site. It is closed after the work.
   *
   * @return the view
   */
  CloudServiceClient client();

  /**
   * Executes a bulk job, and adds its counts to the report. The ceiling of the entry replaces that
   * of a removal.
   *
   * @param job a job of {@link #client()}
   * @return what the job did
   */
  @CanIgnoreReturnValue
  BulkReport run(BulkJob job);

  /**
   * Applies a plan, and adds its counts to the report. The ceiling of the entry replaces that of
   * the plan.
   *
   * @param plan the application of a plan, for {@link #client()}
   * @return what was applied
   */
  @CanIgnoreReturnValue
  Applied run(ApplyPlan plan);
}
