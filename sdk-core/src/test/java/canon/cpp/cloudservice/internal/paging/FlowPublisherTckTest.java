package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.Listing;
import canon.cpp.cloudservice.membership.User;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** The rules of Reactive Streams, checked with the official test kit. */
public class FlowPublisherTckTest extends FlowPublisherVerification<User> {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 50;

  private final ClientHarness harness = new ClientHarness();

  public FlowPublisherTckTest() {
    super(new TestEnvironment(PATIENCE_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS), PATIENCE_MILLIS);
  }

  @AfterClass
  public void end() {
    harness.close();
  }

  @Override
  public Flow.Publisher<User> createFlowPublisher(long elements) {
    harness.replies(Listing.counting(elements));
    return harness.view().users().list().publisher();
  }

  /** The publisher of a client without an account. */
  @Override
  public Flow.Publisher<User> createFailedFlowPublisher() {
    return harness.client().users().list().publisher();
  }
}
