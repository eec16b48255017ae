package canon.cpp.cloudservice.bulk.internal.journal;

import java.time.Instant;

/**
 * What a journal says about its job.
 *
 * @param id identifies the job; the idempotency keys depend on it
 * @param operation what the job does, such as {@code addUsers}
 * @param parameters what applies to every row, such as the lists of a removal; empty if nothing
 * @param site the id of the site that the job changes
 * @param account the account that makes the changes; personal data
 * @param createdAt when the job was created
 */
public record JobHeader(
    String id,
    String operation,
    String parameters,
    String site,
    String account,
    Instant createdAt) {}
