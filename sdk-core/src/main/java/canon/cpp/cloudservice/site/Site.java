package canon.cpp.cloudservice.site;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An administration site (D2). The guides do not give it a name (D4).
 *
 * @param id the service's id, {@code sit_…}
 * @param createdAt when it was founded
 */
public record Site(String id, Instant createdAt) {

  public Site {
    requireNonNull(id, "id");
    requireNonNull(createdAt, "createdAt");
  }
}
