package canon.cpp.cloudservice.testing.internal.site;

import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The administration site: D2, D4. */
public final class SiteOperations {
  private final Accounts accounts;

  public SiteOperations(Accounts accounts) {
    this.accounts = accounts;
  }

  public List<Operation> operations() {
    return List.of(Operation.read("getSite", "GET", "/v1/site", this::get));
  }

  public static ObjectNode json(Site site) {
    return Json.object().put("id", site.id()).put("createdAt", site.createdAt().toString());
  }

  private ObjectNode get(OperationContext context) {
    return json(accounts.administrator(context.account()));
  }
}
