package canon.cpp.cloudservice.architecture.internal;

/** Stands for an internal type that leaks. */
public class Hidden {}
