package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.journal.JobRow;
import java.util.List;

/** Where the rows of one pass come from. */
interface RowSource {

  /** Returns at most so many rows; none if the pass is complete. */
  List<JobRow> next(int max);
}
