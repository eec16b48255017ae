package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static canon.cpp.cloudservice.testing.rules.Users.onAllLists;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.remotecontrol.Activation;

class RemoteControlActivationTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john@contoso.com";

  @EveryMode
  @Rule("D9")
  void theFirstUseOfTheAppActivatesTheUser(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));

    Activation first = context.run(context.client(JOHN).remoteControl().activate());

    assertThat(first.firstActivation()).isTrue();
    assertThat(lists(first.user())).isEqualTo(onAllLists("active"));
    assertThat(context.run(context.client(ADMIN).users().get(JOHN))).isEqualTo(first.user());
  }

  @EveryMode
  @Rule("D9")
  void activatingAgainChangesNothing(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    CloudServiceClient john = context.client(JOHN);
    Activation first = context.run(john.remoteControl().activate());

    Activation again = context.run(john.remoteControl().activate());

    assertThat(again.firstActivation()).isFalse();
    assertThat(again.user()).isEqualTo(first.user());
  }

  @EveryMode
  @Rule("D9")
  void aUserWhoIsNotOnTheRemoteControlListIsRejected(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));

    assertThat(context.rejectionCode(context.client(ADMIN).remoteControl().activate()))
        .isEqualTo("not-on-remote-control-list");
    assertThat(context.rejectionCode(context.client("stranger@x.com").remoteControl().activate()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule("D9")
  void theAdministratorRoleHasNoEffect(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(ADMIN));

    assertThat(context.run(context.client(ADMIN).remoteControl().activate()).firstActivation())
        .isTrue();
  }

  @EveryMode
  @Rule({"D9", "D12"})
  void theOtherListsHaveNoEffect(RuleContext context) {
    context.site(site -> site.administrator(ADMIN).user(JOHN));
    context.run(context.client(ADMIN).users().remove(JOHN).from(DASHBOARD, REMOTE_MATCH));

    Activation activation = context.run(context.client(JOHN).remoteControl().activate());

    assertThat(lists(activation.user())).containsOnlyKeys("remote-control");
  }
}
