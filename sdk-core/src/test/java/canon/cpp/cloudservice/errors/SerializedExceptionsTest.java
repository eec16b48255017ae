package canon.cpp.cloudservice.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts send exceptions to other processes; all they report is still available there. */
class SerializedExceptionsTest {
  private static final Path SOURCES = Path.of("src/main/java/canon/cpp/cloudservice/errors");
  private static final Attempt LOST =
      new Attempt("connection lost", Outcome.UNKNOWN, Duration.ofMillis(12), null, null);
  private static final CallReport REPORT =
      new CallReport(
          "addUser",
          "POST /v1/users",
          "key-1",
          List.of(LOST),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          null);
  private static final Problem PROBLEM =
      new Problem(
          400,
          ProblemCode.VALIDATION_FAILED,
          "title",
          "detail",
          List.of(new FieldError("email", "too-long", "too long")),
          "user",
          "req_1");

  static Stream<Class<?>> exceptions() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("Exception"))
          .sorted()
          .<Class<?>>map(SerializedExceptionsTest::load)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void everyMethodReturnsTheSameAfterARoundTrip(Class<?> type) throws Exception {
    Object original = create(type);

    Object copy = read(write(original));

    assertThat(values(copy)).isEqualTo(values(original));
    assertThat(((CloudServiceException) copy).attempts()).containsExactly(LOST);
  }

  @Test
  void anUnknownCodeIsKept() throws Exception {
    ProblemCode code = ProblemCode.of("brand-new");

    assertThat(read(write(code))).isEqualTo(code);
  }

  /** The methods of a caller, except the report, which holds the client of the call. */
  private static Map<String, Object> values(Object exception) throws ReflectiveOperationException {
    TreeMap<String, Object> values = new TreeMap<>();
    for (Method method : exception.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && method.getDeclaringClass().getName().startsWith("canon")
          && !Modifier.isStatic(method.getModifiers())
          && !List.of("settle", "report", "pagingProgress").contains(method.getName())) {
        values.put(method.getName(), method.invoke(exception));
      }
    }
    return values;
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor =
        Arrays.stream(type.getConstructors())
            .filter(one -> one.getParameterTypes().length > 1)
            .filter(one -> one.getParameterTypes()[0] == CallReport.class)
            .filter(one -> one.getParameterTypes()[1] != AuthenticationException.class)
            .findFirst()
            .orElseThrow();
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(SerializedExceptionsTest::argument)
            .toArray();
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      return fail("The exception could not be created", e);
    }
  }

  private static Object argument(Class<?> type) {
    if (type == CallReport.class) {
      return REPORT;
    }
    if (type == Problem.class) {
      return PROBLEM;
    }
    if (type == FieldError.class) {
      return PROBLEM.fieldErrors().get(0);
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(7);
    }
    return type == String.class ? "what happened" : null;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("canon.cpp.cloudservice.errors." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
