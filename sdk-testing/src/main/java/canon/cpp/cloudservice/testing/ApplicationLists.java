package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import java.util.EnumSet;
import java.util.Set;

/** Converts applications to the lists of the fake's store. */
final class ApplicationLists {
  private ApplicationLists() {}

  static Set<ApplicationList> of(Application... applications) {
    Set<ApplicationList> lists = EnumSet.noneOf(ApplicationList.class);
    for (Application application : applications) {
      lists.add(
          ApplicationList.of(application.id())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("The fake has no application " + application)));
    }
    return lists;
  }
}
