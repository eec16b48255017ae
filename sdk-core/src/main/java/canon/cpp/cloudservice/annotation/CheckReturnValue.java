package canon.cpp.cloudservice.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks types and methods whose result must be used.
 *
 * <p>A call describes work and does nothing until it is executed, so ignoring it is always a
 * mistake. Static checkers such as Error Prone and SpotBugs recognise this annotation by its simple
 * name and report {@code client.users().add("john@contoso.com");} as a forgotten {@code execute()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CheckReturnValue {}
