package canon.cpp.cloudservice.testing.results;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.Users;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.remotecontrol.RemoteControl;
import canon.cpp.cloudservice.session.Sessions;
import canon.cpp.cloudservice.site.Sites;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default values of built results are those of the fake. */
class ResultsTest {
  /** An etag is opaque: what is built in a test cannot predict it. */
  private static final RecursiveComparisonConfiguration BUT_ETAGS =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFieldsMatchingRegexes(".*etag")
          .withStrictTypeChecking(true)
          .build();

  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "John.Doe@gmail.com";
  private static final String BOSS = "boss@contoso.com";

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  private final CloudServiceClient admin = fake.client(ADMIN);

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void users() {
    var added = admin.users().add(JOHN).execute();
    var john = Results.user(JOHN).id(added.user().id()).build();
    assertThat(Results.addedUser(john).build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(added);

    assertThat(
            Results.addedUser(john)
                .alreadyPresentOn(REMOTE_MATCH, DASHBOARD, REMOTE_CONTROL)
                .build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(admin.users().add(JOHN).execute());

    var activation = fake.client(JOHN).remoteControl().activate().execute();
    var active = Results.user(JOHN).id(john.id()).remoteControlActive().build();
    assertThat(Results.activation(active))
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(activation);

    var removed = admin.users().remove(JOHN).from(DASHBOARD).execute();
    assertThat(Results.removedUser(active).from(DASHBOARD).build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(removed);
    var rest = Results.user(JOHN).id(john.id()).on(REMOTE_MATCH).remoteControlActive().build();
    var gone = admin.users().remove(JOHN).fromEveryList().execute();
    assertThat(Results.removedUser(rest).build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(gone);
  }

  @Test
  void administrators() {
    var added = admin.administrators().add(BOSS).execute();
    var invited = Results.administrator(BOSS).id(added.administrator().id()).build();
    assertThat(Results.addedAdministrator(invited).build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(added);

    var again = admin.administrators().add(BOSS).execute();
    assertThat(
            Results.addedAdministrator(invited)
                .alreadyAdministrator()
                .alreadyPresentOn(DASHBOARD, REMOTE_MATCH)
                .build())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(again);

    assertThat(admin.users().get(BOSS).execute())
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(
            Results.user(BOSS)
                .id(admin.users().get(BOSS).execute().id())
                .on(DASHBOARD, REMOTE_MATCH)
                .administrator(AdministratorState.INVITED)
                .build());

    var signedIn = fake.client(BOSS).session().signIn().execute();
    assertThat(Results.session(BOSS).administrator().signedIn(true)).isEqualTo(signedIn);
    var active =
        Results.administrator(BOSS)
            .id(added.administrator().id())
            .activeSince(FakeClock.START)
            .build();
    var removed = admin.administrators().remove(BOSS).execute();
    assertThat(Results.removedAdministrator(active))
        .usingRecursiveComparison(BUT_ETAGS)
        .isEqualTo(removed);
    assertThat(Results.session(BOSS).build())
        .isEqualTo(fake.client(BOSS).session().get().execute());
  }

  @Test
  void printers() {
    var identity = fake.printer("varioPRINT 140", "VP-1001");
    fake.setLicences("VP-1001", DASHBOARD);
    var registered = admin.printers().register(identity, "Press 1").execute();
    var press =
        Results.printer("varioPRINT 140", "VP-1001")
            .id(registered.printer().id())
            .displayName("Press 1")
            .licences(DASHBOARD)
            .build();
    assertThat(Results.registeredPrinter(press).build()).isEqualTo(registered);

    assertThat(Results.registeredPrinter(press).result(RegistrationResult.UNCHANGED).build())
        .isEqualTo(admin.printers().register(identity, "Press 1").execute());

    fake.sendData("VP-1001");
    var removed = admin.printers().remove("VP-1001").execute();
    var sent =
        Results.printer("varioPRINT 140", "VP-1001")
            .id(press.id())
            .displayName("Press 1")
            .licences(DASHBOARD)
            .lastDataAt(FakeClock.START)
            .build();
    assertThat(Results.removedPrinter(sent)).isEqualTo(removed);
  }

  @Test
  void aSiteThatIsFounded() {
    var identity = fake.printer("varioPRINT 140", "VP-1002");
    var founder = fake.client("founder@fabrikam.com");
    var founded = founder.printers().register(identity, "VP-1002").foundSite().execute();

    var press = Results.printer("varioPRINT 140", "VP-1002").id(founded.printer().id()).build();
    assertThat(Results.registeredPrinter(press).founding(founded.foundedSite()).build())
        .isEqualTo(founded);
    assertThat(Results.session("founder@fabrikam.com").administrator())
        .returns(
            founder.session().get().execute(),
            session -> session.site(founded.foundedSite()).build());
  }

  @Test
  void sessions() {
    var google = FakeAccount.google("admin@company.com");
    admin.users().add("admin@company.com").execute();

    assertThat(Results.session("admin@company.com").account(google).signedIn(true))
        .isEqualTo(fake.client(google).session().signIn().execute());
    assertThat(Results.site()).isEqualTo(admin.site().get().execute());
    assertThat(Results.signedOut()).isEqualTo(admin.session().signOut().execute());
  }

  @Test
  void pages() {
    var john = Results.user(JOHN).build();
    var jane = Results.user("jane@contoso.com").build();

    assertThat(Results.page(List.of(john, jane)).next()).isNull();
    assertThat(Results.page(List.of(john, jane)).items()).containsExactly(john, jane);
    assertThat(john.id()).isNotEqualTo(jane.id());
    assertThat(Results.page(List.of(john), PageToken.of("more")).next())
        .isEqualTo(PageToken.of("more"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Users.class,
        RemoveUser.class,
        Administrators.class,
        Printers.class,
        RegisterPrinter.class,
        Sessions.class,
        Sites.class,
        RemoteControl.class
      })
  void everyResultCanBeBuilt(Class<?> area) {
    var made =
        Stream.concat(
                Stream.of(Results.class.getDeclaredMethods()).map(Method::getReturnType),
                Stream.of(Results.class.getDeclaredMethods())
                    .flatMap(factory -> Stream.of(factory.getReturnType().getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getReturnType))
            .collect(Collectors.toSet());

    // Records without a builder, whose constructor is equally short.
    Set<Class<?>> plain = Set.of(ResolvedAddress.class, PrinterReadiness.class);
    assertThat(answers(area).stream().filter(type -> !plain.contains(type)))
        .isNotEmpty()
        .isSubsetOf(made);
  }

  /** The result types of the calls of an area. */
  private static Set<Class<?>> answers(Class<?> area) {
    return Stream.concat(
            Stream.of(area.getGenericInterfaces()),
            Stream.of(area.getMethods()).map(Method::getGenericReturnType))
        .filter(ParameterizedType.class::isInstance)
        .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
        .map(
            type ->
                type instanceof ParameterizedType many ? many.getActualTypeArguments()[0] : type)
        .filter(Class.class::isInstance)
        .map(type -> (Class<?>) type)
        .collect(Collectors.toSet());
  }
}
