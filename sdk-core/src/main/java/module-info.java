/** The client of the PRISMAsync cloud service. */
module canon.cpp.cloudservice {
  requires com.fasterxml.jackson.databind;
  requires java.net.http;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports canon.cpp.cloudservice;
}
