/** Measures the SDK beside other clients in one run, and writes the tables of the documents. */
package canon.cpp.cloudservice.benchmarks.compare;
