package canon.cpp.cloudservice.testing.internal.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A token that has passed every check.
 *
 * @param issuer who vouches for it
 * @param claims what it says
 */
public record VerifiedToken(TrustedIssuer issuer, ObjectNode claims) {}
