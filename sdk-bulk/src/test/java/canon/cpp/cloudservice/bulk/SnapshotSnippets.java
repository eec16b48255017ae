package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotChange;
import canon.cpp.cloudservice.bulk.snapshot.Snapshots;
import java.nio.file.Path;

/** The code in {@code docs/snapshots.md}. */
final class SnapshotSnippets {
  private SnapshotSnippets() {}

  static void comparing(CloudServiceClient admin) {
    Snapshot today = Snapshots.of(admin).take();
    today.save(Path.of("site-2031-03-02.json"));
    Snapshot yesterday = Snapshot.read(Path.of("site-2031-03-01.json"));
    for (SnapshotChange change : yesterday.diff(today)) {
      System.out.println(change); // such as "usr_000001 joined the list of remote-match"
    }
  }
}
