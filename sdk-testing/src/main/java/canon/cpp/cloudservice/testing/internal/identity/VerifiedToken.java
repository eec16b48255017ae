package canon.cpp.cloudservice.testing.internal.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A token that has passed every check.
 *
 * @param issuer who vouches for it
 * @param claims what it says
 * @param expiresAt when it ends
 */
public record VerifiedToken(TrustedIssuer issuer, ObjectNode claims, Instant expiresAt) {}
