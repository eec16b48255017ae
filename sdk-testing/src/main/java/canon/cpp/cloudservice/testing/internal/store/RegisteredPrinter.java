package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A printer registered at a site. Immutable: {@link PrinterStore} replaces it on a change. */
public record RegisteredPrinter(
    String id,
    Site site,
    String series,
    String serialNumber,
    String displayName,
    Instant registeredAt,
    @Nullable Instant lastDataAt) {

  RegisteredPrinter withDisplayName(String name) {
    return new RegisteredPrinter(id, site, series, serialNumber, name, registeredAt, lastDataAt);
  }

  RegisteredPrinter withLastDataAt(Instant instant) {
    return new RegisteredPrinter(
        id, site, series, serialNumber, displayName, registeredAt, instant);
  }
}
