package canon.cpp.cloudservice.bulk.internal.plan;

/** Texts of warnings that several planners use. */
final class Messages {
  static final String NO_REMOTE_MATCH_ADMINISTRATOR =
      "No active administrator is on the Remote Match list afterwards, so nobody can create"
          + " clusters.";

  private Messages() {}
}
