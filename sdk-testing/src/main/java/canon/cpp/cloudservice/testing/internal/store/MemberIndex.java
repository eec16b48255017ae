package canon.cpp.cloudservice.testing.internal.store;

/** The member lists of a site that can be read page by page, ordered by canonical address. */
public enum MemberIndex {
  USERS,
  DASHBOARD,
  REMOTE_MATCH,
  REMOTE_CONTROL,
  REMOTE_CONTROL_INVITED,
  REMOTE_CONTROL_ACTIVE,
  ADMINISTRATORS,
  ADMINISTRATORS_INVITED,
  ADMINISTRATORS_ACTIVE;

  public boolean holds(Member member) {
    return switch (this) {
      case USERS -> member.isUser();
      case DASHBOARD -> isOn(member, ApplicationList.DASHBOARD);
      case REMOTE_MATCH -> isOn(member, ApplicationList.REMOTE_MATCH);
      case REMOTE_CONTROL -> isOn(member, ApplicationList.REMOTE_CONTROL);
      case REMOTE_CONTROL_INVITED -> isOnRemoteControl(member, MembershipState.INVITED);
      case REMOTE_CONTROL_ACTIVE -> isOnRemoteControl(member, MembershipState.ACTIVE);
      case ADMINISTRATORS -> member.role().isPresent();
      case ADMINISTRATORS_INVITED -> isAdministrator(member, MembershipState.INVITED);
      case ADMINISTRATORS_ACTIVE -> isAdministrator(member, MembershipState.ACTIVE);
    };
  }

  public static MemberIndex on(ApplicationList list) {
    return switch (list) {
      case DASHBOARD -> DASHBOARD;
      case REMOTE_MATCH -> REMOTE_MATCH;
      case REMOTE_CONTROL -> REMOTE_CONTROL;
    };
  }

  public static MemberIndex onRemoteControl(MembershipState state) {
    return state == MembershipState.INVITED ? REMOTE_CONTROL_INVITED : REMOTE_CONTROL_ACTIVE;
  }

  public static MemberIndex administrators(MembershipState state) {
    return state == MembershipState.INVITED ? ADMINISTRATORS_INVITED : ADMINISTRATORS_ACTIVE;
  }

  private static boolean isOn(Member member, ApplicationList list) {
    return member.stateOn(list).isPresent();
  }

  private static boolean isOnRemoteControl(Member member, MembershipState state) {
    return member.stateOn(ApplicationList.REMOTE_CONTROL).filter(state::equals).isPresent();
  }

  private static boolean isAdministrator(Member member, MembershipState state) {
    return member.role().filter(role -> role.state() == state).isPresent();
  }
}
