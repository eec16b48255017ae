package canon.cpp.cloudservice.bulk.portfolio;

/** How the work at one site of a portfolio ended. */
public enum SiteOutcome {
  /** The work ended, and every bulk job and plan that {@link PortfolioSite#run} ran is complete. */
  DONE,

  /** The work ended, but a bulk job or plan is not complete: rows were rejected, or it stopped. */
  INCOMPLETE,

  /** The work failed; {@link SiteResult#failure()} says why. */
  FAILED,

  /** The account belongs to another site than expected. Nothing was planned or changed. */
  WRONG_SITE,

  /** Another run works at the site. Nothing was planned or changed. */
  LOCKED,

  /** The time budget of the site was used up. */
  TIMED_OUT,

  /** The run was cancelled before or during the work at this site. */
  CANCELLED
}
