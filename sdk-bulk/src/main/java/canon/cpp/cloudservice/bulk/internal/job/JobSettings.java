package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.function.Consumer;

/** How a job runs. */
public record JobSettings(
    int maxConcurrency,
    long maxRejections,
    long maxUnknowns,
    Consumer<BulkProgress> progress,
    Timer timer,
    Clock clock) {}
