package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desired set by canonical addresses, which the service knows. */
final class DesiredMembers {
  private static final int GROUP = 1_000;

  private final Map<String, DesiredRow> rows = new LinkedHashMap<>();
  private final List<ImpossibleRow> impossible = new ArrayList<>();
  private final Set<String> repeated = new LinkedHashSet<>();
  private final Set<String> contradictory = new HashSet<>();
  private long count;

  private DesiredMembers() {}

  static DesiredMembers read(CloudServiceClient client, Iterator<DesiredRow> input) {
    DesiredMembers members = new DesiredMembers();
    List<DesiredRow> group = new ArrayList<>();
    while (input.hasNext()) {
      DesiredRow row = input.next();
      members.count++;
      if (Lists.OF_AN_ADD.containsAll(row.lists())) {
        group.add(row);
      } else {
        members.reject(row, "This version can add users to the lists of three applications only.");
      }
      if (group.size() == GROUP) {
        members.resolve(client, group);
        group.clear();
      }
    }
    if (!group.isEmpty()) {
      members.resolve(client, group);
    }
    members.rows.keySet().removeAll(members.contradictory);
    return members;
  }

  private void resolve(CloudServiceClient client, List<DesiredRow> group) {
    List<String> typed =
        group.stream()
            .map(DesiredRow::email)
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    List<ResolvedAddress> resolved = client.users().resolve(typed).execute();
    for (int i = 0; i < group.size(); i++) {
      String canonical = resolved.get(i).canonicalEmail();
      if (canonical == null) {
        FieldError error = resolved.get(i).error();
        reject(
            group.get(i),
            "The address is malformed: " + (error == null ? "no reason given" : error.message()));
      } else {
        add(group.get(i), canonical);
      }
    }
  }

  private void add(DesiredRow row, String canonical) {
    DesiredRow first = rows.putIfAbsent(canonical, row);
    if (first == null) {
      return;
    }
    if (Set.copyOf(first.lists()).equals(Set.copyOf(row.lists()))) {
      repeated.add(canonical);
      return;
    }
    if (contradictory.add(canonical)) {
      reject(first, contradiction(row));
    }
    reject(row, contradiction(first));
  }

  private static String contradiction(DesiredRow other) {
    return "Row " + other.number() + " means the same member, but wants other lists.";
  }

  private void reject(DesiredRow row, String message) {
    impossible.add(new ImpossibleRow(row.number(), row.email(), message));
  }

  /** Returns the row that means this member; null if there is none. */
  @Nullable DesiredRow get(String canonicalEmail) {
    return rows.get(canonicalEmail);
  }

  Map<String, DesiredRow> rows() {
    return rows;
  }

  /** Returns how many rows the desired set has, the impossible ones included. */
  long count() {
    return count;
  }

  List<ImpossibleRow> impossible() {
    return impossible;
  }

  /** Returns the members that several rows mean. */
  Set<String> repeated() {
    return repeated;
  }
}
