package canon.cpp.cloudservice.bulk.internal.job;

import java.time.Duration;

/** Lets the thread of the job do something after a delay. */
interface Alarm {
  void after(Duration delay, Runnable event);
}
