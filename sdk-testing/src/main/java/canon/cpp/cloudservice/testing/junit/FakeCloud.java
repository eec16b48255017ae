package canon.cpp.cloudservice.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides tests with a fake of the cloud service, and closes it afterwards.
 *
 * <pre>{@code
 * @FakeCloud
 * class MembersTest {
 *   @Test
 *   void addsAUser(FakeCloudService fake, CloudServiceClient admin) {
 *     admin.users().add("john@contoso.com").execute();
 *   }
 * }
 * }</pre>
 *
 * <p>Test methods and lifecycle methods around each test can have parameters of the types {@link
 * canon.cpp.cloudservice.testing.FakeCloudService}, {@link
 * canon.cpp.cloudservice.CloudServiceClient} (signed in as {@link #administrator()}) and {@link
 * canon.cpp.cloudservice.testing.FakeClock}. An annotated field of one of these types is set before
 * each test. Such a field is neither static nor final, and in a named module its package is open to
 * the module of this library.
 *
 * <p>Every test has its own fake, including every invocation of a parameterised or repeated test,
 * so tests can run in parallel. Fields are an exception: the methods of a class with {@code
 * Lifecycle.PER_CLASS} share one instance and therefore its fields, so a field is rejected there if
 * the methods run concurrently; use parameters instead. The annotation of a method takes precedence
 * over that of the class, its superclass, the enclosing test class and a field, in this order.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@ExtendWith(FakeCloudExtension.class)
@SuppressWarnings("exports") // The module requires JUnit only where this package is used.
public @interface FakeCloud {
  /** The seed that means no chaos. */
  long NO_CHAOS = Long.MIN_VALUE;

  /**
   * Returns the address of the administrator who signs in on the clients. Without {@link #seed()}
   * it is the first administrator of the only site.
   *
   * @return the address
   */
  String administrator() default "admin@contoso.com";

  /**
   * Returns the initial state of the fake, instead of one site with one administrator.
   *
   * @return a class with a constructor without parameters
   */
  Class<? extends FakeCloudSeed> seed() default FakeCloudSeed.class;

  /**
   * Returns whether all tests of the class, including nested ones, share one fake. Then
   * constructors, {@code @BeforeAll} and {@code @AfterAll} methods can have parameters too.
   *
   * @return true for one fake; not allowed on a method
   */
  boolean shared() default false;

  /**
   * Runs every test under {@linkplain canon.cpp.cloudservice.testing.Faults#chaos seeded chaos}. A
   * failed test shows the seed and the log in a suppressed exception.
   *
   * @return the seed
   */
  long chaosSeed() default NO_CHAOS;

  /**
   * Returns whether a test may request operations that the fake does not model. Otherwise such a
   * test fails, even if it did not notice: its result would not be true of the service.
   *
   * @return true if it may
   */
  boolean allowNotModelled() default false;
}
