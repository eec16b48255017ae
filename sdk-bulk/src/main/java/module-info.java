/** Bulk jobs for the members and printers of the PRISMAsync cloud service. */
module canon.cpp.cloudservice.bulk {
  requires transitive canon.cpp.cloudservice;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  /* Only for canon.cpp.cloudservice.bulk.jdbc. */
  requires static transitive java.sql;

  exports canon.cpp.cloudservice.bulk;
  exports canon.cpp.cloudservice.bulk.jdbc;
  exports canon.cpp.cloudservice.bulk.journal;
  exports canon.cpp.cloudservice.bulk.plan;
  exports canon.cpp.cloudservice.bulk.portfolio;
  exports canon.cpp.cloudservice.bulk.snapshot;
}
