package canon.cpp.cloudservice.testing.transport;

/** The kit and the execution mode of a group of tests. */
record KitContext(HttpTransportKit kit, ExecutionMode mode) {}
