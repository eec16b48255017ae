/** What the SDK costs, side by side in one run with what one would write by hand. */
package canon.cpp.cloudservice.benchmarks;
