package canon.cpp.cloudservice.testing.android;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Marks tests on Android's HTTP stack. It handles all URLs of a JVM, so they run in a JVM of their
 * own, in which the system property {@link AndroidStack#PROPERTY} names the stack.
 */
@Tag("android")
@EnabledIfSystemProperty(named = AndroidStack.PROPERTY, matches = ".+")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnAndroidStack {}
