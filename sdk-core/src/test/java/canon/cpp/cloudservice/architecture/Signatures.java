package canon.cpp.cloudservice.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a class that its users see: the class and its members, with every type that they
 * name.
 */
final class Signatures {
  private Signatures() {}

  /** Whether a class and all enclosing classes are public. */
  static DescribedPredicate<JavaClass> visible() {
    return DescribedPredicate.describe(
        "visible",
        type ->
            open(type)
                && type.getEnclosingClass().map(outer -> visible().test(outer)).orElse(true));
  }

  static ArchCondition<JavaClass> name(DescribedPredicate<JavaClass> unwanted) {
    return new ArchCondition<>("name " + unwanted.getDescription() + " in a signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        report(type.getFullName(), typesOf(type), events);
        type.getMembers().stream()
            .filter(member -> open(member) && !member.getModifiers().contains(SYNTHETIC))
            .forEach(member -> report(member.getFullName(), typesOf(member), events));
      }

      private void report(String where, Stream<JavaType> types, ConditionEvents events) {
        types
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .distinct()
            .filter(unwanted)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.satisfied(type, where + " names " + type.getName())));
      }
    };
  }

  static ArchCondition<JavaCodeUnit> takeAnOptional() {
    return new ArchCondition<>("take an Optional") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean takes =
            unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Optional.class));
        events.add(
            new SimpleConditionEvent(unit, takes, unit.getFullName() + " takes an Optional"));
      }
    };
  }

  private static boolean open(HasModifiers what) {
    return what.getModifiers().contains(PUBLIC) || what.getModifiers().contains(PROTECTED);
  }

  private static Stream<JavaType> typesOf(JavaClass type) {
    return Stream.of(
            type.getSuperclass().stream(),
            type.getInterfaces().stream(),
            bounds(type.getTypeParameters()))
        .flatMap(types -> types);
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    var unit = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream(),
            bounds(unit.getTypeParameters()))
        .flatMap(types -> types);
  }

  private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
    return variables.stream().flatMap(variable -> variable.getBounds().stream());
  }
}
