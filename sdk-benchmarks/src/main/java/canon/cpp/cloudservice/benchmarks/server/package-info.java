/** Servers in a process of their own that have their responses ready. */
package canon.cpp.cloudservice.benchmarks.server;
