/**
 * Snapshots: the members and printers of a site at one time, in a file, and what has changed
 * between two of them.
 *
 * <p>A number such as D7 names a rule of the domain. The rules, each marked as read in the vendor's
 * guides, inferred from them or chosen by this project, are in {@code docs/domain-rules.md} of the
 * source repository.
 */
@NullMarked
package canon.cpp.cloudservice.bulk.snapshot;

import org.jspecify.annotations.NullMarked;
