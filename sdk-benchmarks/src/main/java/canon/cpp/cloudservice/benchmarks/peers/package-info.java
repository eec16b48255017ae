/** The clients that are compared: the SDK, the same calls written by hand, generated clients. */
package canon.cpp.cloudservice.benchmarks.peers;
