/**
 * What a service that keeps the contract must do, as JUnit tests: extend {@link
 * canon.cpp.cloudservice.testing.contract.CloudServiceContractKit}.
 */
@NullMarked
package canon.cpp.cloudservice.testing.contract;

import org.jspecify.annotations.NullMarked;
