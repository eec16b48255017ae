/** The cost of the SDK beside that of hand-written code, measured in one run. */
package canon.cpp.cloudservice.benchmarks;
