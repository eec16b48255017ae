package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.observe.CallInfo;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins calls to the trace of the host. A host that fails does not fail the call. */
public final class TraceparentSource {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice");

  /** Version 00 of W3C Trace Context, without the ids of zeros, which are invalid. */
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final Function<CallInfo, @Nullable String> host;

  public TraceparentSource(Function<CallInfo, @Nullable String> host) {
    this.host = host;
  }

  /** Returns the call in the trace of the host if it has one, otherwise as it is. */
  public CallInfo join(CallInfo call) {
    String current;
    try {
      current = host.apply(call);
    } catch (Throwable e) {
      LOG.warn("The traceparent of the host could not be obtained", e);
      return call;
    }
    if (current == null) {
      return call;
    }
    if (!VALID.matcher(current).matches()) {
      LOG.warn("The traceparent of the host is not valid; the call starts a trace of its own");
      return call;
    }
    return call.withTraceparent(current);
  }
}
