package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The etags of members, and the conditions of removals. An etag covers lists and role only. */
final class Etags {
  private static final String IF_MATCH = "If-Match";
  private static final Pattern ETAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,64}\"");
  private static final int DIGITS = 16;

  private Etags() {}

  static String of(Member member) {
    StringBuilder lists = new StringBuilder();
    member.lists().forEach((list, state) -> lists.append(list).append(state).append(' '));
    String role = member.role().map(held -> held.id() + held.state()).orElse("");
    String digest = Digests.hex("etag", member.userId(), lists.toString(), role);
    return '"' + digest.substring(0, DIGITS) + '"';
  }

  /** Reads the condition of a removal; empty if there is none, or if it is a field error. */
  static Optional<String> condition(OperationContext context) {
    List<String> sent = context.headers().all(IF_MATCH);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    String etag = sent.get(0).strip();
    return sent.size() == 1 && ETAG.matcher(etag).matches()
        ? Optional.of(etag)
        : context
            .errors()
            .add(IF_MATCH, Code.MALFORMED, "The value must be one etag in quotation marks.");
  }

  /** Rejects the request if the member no longer has the etag of the condition. */
  static void check(Optional<String> condition, Member member) {
    if (condition.filter(etag -> !etag.equals(of(member))).isPresent()) {
      throw new ProblemException(ProblemKind.PRECONDITION_FAILED);
    }
  }
}
