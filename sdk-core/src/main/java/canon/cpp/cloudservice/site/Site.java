package canon.cpp.cloudservice.site;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An administration site (D2). The guides know no name for one (D4).
 *
 * @param id the service's id, {@code sit_…}
 * @param createdAt when it was founded
 */
public record Site(String id, Instant createdAt) {

  /**
   * Creates the value.
   *
   * @param id the service's id, {@code sit_…}
   * @param createdAt when it was founded
   * @throws NullPointerException if something is missing that may not be null
   */
  public Site {
    requireNonNull(id, "id");
    requireNonNull(createdAt, "createdAt");
  }
}
