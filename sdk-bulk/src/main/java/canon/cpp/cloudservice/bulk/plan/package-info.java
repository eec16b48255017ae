/**
 * Plans: what has to be changed so that the members of a site are those of another source, such as
 * a customer's staff list. A plan is created by reading only, can be saved and reviewed, and is
 * then applied.
 *
 * <p>A number such as D7 names a rule of the domain. The rules, each marked as read in the vendor's
 * guides, inferred from them or chosen by this project, are in {@code docs/domain-rules.md} of the
 * source repository.
 */
@NullMarked
package canon.cpp.cloudservice.bulk.plan;

import org.jspecify.annotations.NullMarked;
