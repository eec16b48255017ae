package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * What registering a printer did.
 *
 * @param printer the printer as it is now
 * @param result registered, renamed, unchanged or transferred
 * @param foundedSite the site that this registration founded (D4); null if it founded none
 */
public record RegisteredPrinter(
    Printer printer, RegistrationResult result, @Nullable Site foundedSite) {

  public RegisteredPrinter {
    requireNonNull(printer, "printer");
    requireNonNull(result, "result");
  }
}
