package canon.cpp.cloudservice.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a fake of the cloud service, and closes it after them.
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
 * <p>Test methods and what runs before and after each of them can have parameters of the types
 * {@link canon.cpp.cloudservice.testing.FakeCloudService}, {@link
 * canon.cpp.cloudservice.CloudServiceClient} (in the name of {@link #administrator()}) and {@link
 * canon.cpp.cloudservice.testing.FakeClock}. A field of one of these types that has this annotation
 * itself is set before each test; it is neither static nor final, and in a named module its package
 * is opened to this library's.
 *
 * <p>Every test has a fake of its own, every invocation of a parameterised or repeated one too, so
 * tests can run in parallel. What a method's annotation says counts for it alone; otherwise that of
 * the class does, of its superclass, or of the test class in which a nested one runs; last that of
 * a field.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@ExtendWith(FakeCloudExtension.class)
public @interface FakeCloud {
  /** The seed that stands for none. */
  long NO_CHAOS = Long.MIN_VALUE;

  /**
   * The address of the administrator in whose name clients call. Without {@link #seed()} it is the
   * first one of the only site.
   *
   * @return the address
   */
  String administrator() default "admin@contoso.com";

  /**
   * What the fake has when it starts, instead of one site with one administrator.
   *
   * @return a class that has a constructor without parameters
   */
  Class<? extends FakeCloudSeed> seed() default FakeCloudSeed.class;

  /**
   * Whether all tests of the class, nested ones included, play on with one fake. Then constructors
   * and what runs before and after all tests can have parameters too.
   *
   * @return true for one fake; has no meaning on a method
   */
  boolean shared() default false;

  /**
   * Runs every test under {@linkplain canon.cpp.cloudservice.testing.Faults#chaos seeded chaos}. A
   * test that fails shows the seed and the log, as a suppressed exception of its failure.
   *
   * @return the seed
   */
  long chaosSeed() default NO_CHAOS;

  /**
   * Whether a test may ask for what the fake does not model. Otherwise it fails, even if it did not
   * notice: what it shows would not be true of the service.
   *
   * @return true if it may
   */
  boolean allowNotModelled() default false;
}
