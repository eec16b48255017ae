package canon.cpp.cloudservice.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.SignOutResult;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** All open sets behave the same. */
class OpenSetsTest {
  static final List<Class<?>> SETS =
      List.of(
          Application.class,
          AdministratorState.class,
          ChangeResult.class,
          ListState.class,
          RegistrationResult.class,
          IdentityProvider.class,
          Role.class,
          SignOutResult.class,
          ProblemCode.class);

  @ParameterizedTest
  @FieldSource("SETS")
  void everyConstantIsKnownAndReturnedForItsId(Class<?> type) throws ReflectiveOperationException {
    List<Field> constants =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .toList();

    assertThat(constants).isNotEmpty();
    for (Field field : constants) {
      Object constant = field.get(null);
      String id = constant.toString();

      assertThat(of(type, id)).isSameAs(constant);
      assertThat(call(constant, "id")).isEqualTo(id);
      assertThat(call(constant, "isKnown")).isEqualTo(true);
    }
  }

  @ParameterizedTest
  @FieldSource("SETS")
  void newValuesAreKept(Class<?> type) throws ReflectiveOperationException {
    for (String id : new String[] {"brand-new", "ACTIVE", "", "印刷"}) {
      Object value = of(type, id);

      assertThat(call(value, "id")).isEqualTo(id);
      assertThat(call(value, "isKnown")).isEqualTo(false);
      assertThat(value).hasToString(id).isEqualTo(of(type, id)).isNotEqualTo(of(type, id + "x"));
    }
    assertThatNullPointerException()
        .isThrownBy(
            () -> {
              try {
                of(type, null);
              } catch (ReflectiveOperationException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private static Object of(Class<?> type, String id) throws ReflectiveOperationException {
    return type.getMethod("of", String.class).invoke(null, id);
  }

  private static Object call(Object value, String method) throws ReflectiveOperationException {
    return value.getClass().getMethod(method).invoke(value);
  }
}
