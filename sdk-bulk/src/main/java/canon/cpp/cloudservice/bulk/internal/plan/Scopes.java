package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import canon.cpp.cloudservice.bulk.plan.RemovalScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The scopes of removals. */
public final class Scopes {
  /** The scope of plans that only add. */
  static final ScopeRule NONE = new None();

  private Scopes() {}

  public static RemovalScope managedBy(MembershipPlan plan) {
    if (plan instanceof PlanData data) {
      return new ManagedBy(data);
    }
    throw new IllegalArgumentException("The plan was not made by this library");
  }

  public static RemovalScope list(Application application) {
    return new OneList(application);
  }

  public static RemovalScope domain(String domain) {
    return new Domain(domain);
  }

  public static RemovalScope wholeSite() {
    return new WholeSite();
  }

  private record None() implements ScopeRule {
    @Override
    public boolean covers(String canonicalEmail) {
      return false;
    }

    @Override
    public String description() {
      return "none";
    }
  }

  private record WholeSite() implements ScopeRule {
    @Override
    public boolean covers(String canonicalEmail) {
      return true;
    }

    @Override
    public String description() {
      return "wholeSite";
    }
  }

  private record Domain(String domain) implements ScopeRule {
    @Override
    public ScopeRule prepared(CloudServiceClient client, PlanKind kind, String site) {
      String canonical =
          client.users().resolve(List.of("postmaster@" + domain)).execute().get(0).canonicalEmail();
      if (canonical == null) {
        throw new IllegalArgumentException("The domain of the scope is malformed");
      }
      return new Domain(canonical.substring(canonical.lastIndexOf('@') + 1));
    }

    @Override
    public boolean covers(String canonicalEmail) {
      return canonicalEmail.endsWith("@" + domain);
    }

    @Override
    public String description() {
      return "domain " + domain;
    }
  }

  private record OneList(Application application) implements ScopeRule {
    @Override
    public ScopeRule prepared(CloudServiceClient client, PlanKind kind, String site) {
      if (kind != PlanKind.USERS) {
        throw new IllegalArgumentException(
            "The scope of one list is for plans of users: the role of administrators has no list");
      }
      return this;
    }

    @Override
    public boolean covers(String canonicalEmail) {
      return false;
    }

    @Override
    public List<Application> removable(String canonicalEmail, Collection<Application> lists) {
      return Lists.both(lists, List.of(application));
    }

    @Override
    public String description() {
      return "list " + application.id();
    }
  }

  private static final class ManagedBy implements ScopeRule {
    private final PlanData plan;
    private final Map<String, List<Application>> managed;

    ManagedBy(PlanData plan) {
      this.plan = plan;
      this.managed = plan.managed();
    }

    @Override
    public ScopeRule prepared(CloudServiceClient client, PlanKind kind, String site) {
      if (plan.kind() != kind) {
        throw new IllegalArgumentException(
            "The scope managedBy needs a plan of the same kind: " + kind);
      }
      if (!plan.siteId().equals(site)) {
        throw new PlanException(
            PlanProblem.WRONG_SITE, "The scope managedBy has the plan of another site", null);
      }
      return this;
    }

    @Override
    public boolean covers(String canonicalEmail) {
      return manages(canonicalEmail);
    }

    @Override
    public boolean manages(String canonicalEmail) {
      return managed.containsKey(canonicalEmail);
    }

    @Override
    public List<Application> removable(String canonicalEmail, Collection<Application> lists) {
      return Lists.both(lists, managed(canonicalEmail));
    }

    @Override
    public List<Application> managed(String canonicalEmail) {
      return managed.getOrDefault(canonicalEmail, List.of());
    }

    @Override
    public String description() {
      return "managedBy " + plan.digest();
    }
  }
}
