package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ErrorMessages;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.Settled;

/**
 * Finds out whether a change was made whose response was lost. The button appears below the notice
 * of such a failure. It repeats the change under its key, so the change is made once at most.
 */
public final class SettleServlet extends PageServlet {
  static final String UNSETTLED = SettleServlet.class.getName();
  private static final long serialVersionUID = 1L;

  public SettleServlet(Pages pages) {
    super(pages, HOME);
  }

  static void keep(Exchange exchange, RuntimeException failure) {
    if (failure instanceof CloudServiceException e
        && e.outcome() == Outcome.UNKNOWN
        && e.idempotencyKey().isPresent()) {
      exchange.keep(UNSETTLED, e.settle());
    }
  }

  @Override
  protected void post(Exchange exchange) {
    if (exchange.take(UNSETTLED) instanceof Call<?> settle
        && settle.execute() instanceof Settled settled) {
      Problem rejection = settled.rejection();
      if (rejection == null) {
        exchange.done("settled.applied");
      } else {
        exchange.problem(
            exchange.texts().get("settled.rejected")
                + " "
                + ErrorMessages.forCode(rejection.code(), exchange.texts().locale()));
      }
    }
    back(exchange);
  }
}
