package canon.cpp.cloudservice.bulk;

import java.time.Duration;

/**
 * How far a bulk job has come.
 *
 * @param finished items with a result other than {@code NOT_TRIED}, those of earlier runs with the
 *     same journal included
 * @param asWanted of these, items with {@code DONE} or {@code ALREADY_SO}
 * @param rejected of these, items that the service rejected
 * @param unknown of these, items whose outcome is unknown
 * @param inFlight requests that have not finished
 * @param elapsed the time since this run began
 */
public record BulkProgress(
    long finished, long asWanted, long rejected, long unknown, int inFlight, Duration elapsed) {}
