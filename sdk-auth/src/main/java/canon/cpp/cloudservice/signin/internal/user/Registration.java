package canon.cpp.cloudservice.signin.internal.user;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;

/**
 * An application's registration at one identity provider.
 *
 * @param provider the identity provider's name, for messages
 * @param description which application, and where; a sealed session is bound to it
 * @param issuers tests whether the parameter {@code iss} of an authorization response (RFC 9207)
 *     names this identity provider
 */
public record Registration(String provider, String description, Predicate<String> issuers) {

  public Registration {
    requireNonNull(provider, "provider");
    requireNonNull(description, "description");
    requireNonNull(issuers, "issuers");
  }
}
