package canon.cpp.cloudservice.testing.contract;

import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that a service keeps the contract. The kit runs against any endpoint, including one that
 * cannot be seeded or reset: it creates what it needs under names of its own, and removes what it
 * created.
 *
 * <pre>{@code
 * class OurServiceContractTest extends CloudServiceContractKit {
 *   @Override
 *   protected ContractEndpoint endpoint() {
 *     return new OurEndpoint();
 *   }
 *
 *   @Override
 *   protected KnownDifferences knownDifferences() {
 *     return KnownDifferences.read(Path.of("known-differences.txt"));
 *   }
 * }
 * }</pre>
 *
 * <p>The contract is this project's own; the kit has not been run against the real service. Tests
 * run one after the other, and two runs must not use the accounts of one endpoint at the same time.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class CloudServiceContractKit {
  @RegisterExtension
  static final KnownDifferencesExtension DIFFERENCES = new KnownDifferencesExtension();

  /** For subclasses. */
  protected CloudServiceContractKit() {}

  /**
   * Returns the endpoint under test. Called once for each test; the subclass closes what it opens
   * here.
   *
   * @return the endpoint
   */
  protected abstract ContractEndpoint endpoint();

  /**
   * Returns the tests that are known to fail at this endpoint, and why.
   *
   * @return the list; empty unless overridden
   */
  protected KnownDifferences knownDifferences() {
    return KnownDifferences.none();
  }

  @Test
  void everyKnownDifferenceNamesATest() {
    TreeSet<String> unknown = new TreeSet<>(knownDifferences().tests());
    for (Class<?> area : CloudServiceContractKit.class.getDeclaredClasses()) {
      for (Method method : area.getSuperclass().getDeclaredMethods()) {
        String test = area.getSimpleName() + "." + method.getName();
        boolean factory = method.isAnnotationPresent(TestFactory.class);
        if (factory || method.isAnnotationPresent(Test.class)) {
          unknown.removeIf(name -> name.equals(test) || (factory && name.startsWith(test + "[")));
        }
      }
    }
    Assertions.assertEquals(List.of(), List.copyOf(unknown), "known differences that name no test");
  }

  @Nested
  class Authentication extends AuthenticationTests {
    Authentication() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Membership extends MembershipTests {
    Membership() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Sessions extends SessionTests {
    Sessions() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Users extends UserTests {
    Users() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Administrators extends AdministratorTests {
    Administrators() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Printers extends PrinterTests {
    Printers() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class OtherSites extends OtherSiteTests {
    OtherSites() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Founding extends FoundingTests {
    Founding() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class RemoteControl extends RemoteControlTests {
    RemoteControl() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Repetition extends RepetitionTests {
    Repetition() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Paging extends PagingTests {
    Paging() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Requests extends RequestTests {
    Requests() {
      super(CloudServiceContractKit.this);
    }
  }

  @Nested
  class Interruptions extends InterruptionTests {
    Interruptions() {
      super(CloudServiceContractKit.this);
    }
  }
}
