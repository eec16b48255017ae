/**
 * A journal in a database, which several worker processes can share. It needs the Java module
 * {@code java.sql} and a driver that the host brings.
 */
@NullMarked
package canon.cpp.cloudservice.bulk.jdbc;

import org.jspecify.annotations.NullMarked;
