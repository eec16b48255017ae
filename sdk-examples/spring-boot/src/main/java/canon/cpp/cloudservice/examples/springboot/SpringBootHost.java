package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.CloudServiceClient;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A web application that administers the members of its users' sites. */
@SpringBootApplication
public class SpringBootHost {
  public static void main(String[] args) {
    SpringApplication.run(SpringBootHost.class, args);
  }

  /**
   * One client for the whole application. It has no account; each HTTP session has a view of it.
   * Spring closes it when the application ends.
   */
  @Bean
  CloudServiceClient cloudServiceClient(
      @Value("${cloud-service.address}") URI address, ObservationRegistry observations) {
    ObservedCalls observed = new ObservedCalls(observations);
    return CloudServiceClient.builder(address)
        .appInfo("SpringBootHost/1.0")
        .listener(observed)
        .traceparent(observed)
        .build();
  }
}
