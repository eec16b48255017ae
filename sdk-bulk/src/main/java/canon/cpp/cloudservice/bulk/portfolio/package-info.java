/**
 * Portfolios: the same work at many sites, whose failures do not affect each other.
 *
 * <p>A number such as D7 names a rule of the domain. The rules, each marked as read in the vendor's
 * guides, inferred from them or chosen by this project, are in {@code docs/domain-rules.md} of the
 * source repository.
 */
@NullMarked
package canon.cpp.cloudservice.bulk.portfolio;

import org.jspecify.annotations.NullMarked;
