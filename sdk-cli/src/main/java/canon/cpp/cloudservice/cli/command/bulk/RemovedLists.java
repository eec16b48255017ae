package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.Application;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The lists from which users are removed; all lists if none is named. */
public final class RemovedLists {
  @Option(
      names = "--from",
      paramLabel = "APPLICATION",
      split = ",",
      description =
          "Only from these lists: prismalytics-dashboard, remote-match, remote-control. Default:"
              + " from all lists.")
  private List<String> from = new ArrayList<>();

  List<Application> applications() {
    return from.stream().map(Application::of).toList();
  }

  String suffix() {
    return from.isEmpty() ? "" : "-from-" + String.join("-", from.stream().sorted().toList());
  }

  String words() {
    return from.isEmpty() ? "" : " from " + String.join(", ", from);
  }
}
