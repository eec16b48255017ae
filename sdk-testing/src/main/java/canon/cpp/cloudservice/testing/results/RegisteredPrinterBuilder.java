package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Builds the result of registering a printer; see {@link Results#registeredPrinter}.
 *
 * <pre>{@code
 * RegisteredPrinter moved =
 *     Results.registeredPrinter(press).result(RegistrationResult.TRANSFERRED).build();
 * }</pre>
 */
public final class RegisteredPrinterBuilder {
  private final Printer printer;
  private RegistrationResult result = RegistrationResult.REGISTERED;
  private @Nullable Site foundedSite;

  RegisteredPrinterBuilder(Printer printer) {
    this.printer = requireNonNull(printer, "printer");
  }

  /**
   * Sets the effect of the registration; registered by default.
   *
   * @param value registered, renamed, unchanged or transferred (D21, D22)
   * @return this builder
   */
  @CanIgnoreReturnValue
  public RegisteredPrinterBuilder result(RegistrationResult value) {
    result = requireNonNull(value, "value");
    return this;
  }

  /**
   * States that the registration founded a site (D4).
   *
   * @param site the new site
   * @return this builder
   */
  @CanIgnoreReturnValue
  public RegisteredPrinterBuilder founding(Site site) {
    foundedSite = requireNonNull(site, "site");
    return this;
  }

  /**
   * Builds the result.
   *
   * @return the result
   */
  public RegisteredPrinter build() {
    return new RegisteredPrinter(printer, result, foundedSite);
  }
}
