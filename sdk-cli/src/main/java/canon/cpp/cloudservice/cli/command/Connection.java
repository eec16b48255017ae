package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.config.Settings;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client that acts for the configured account, with everything that has to be closed. */
public final class Connection implements AutoCloseable {
  private final Settings settings;
  private final CallLog calls;
  private final HttpTransport network;
  private final CloudServiceClientBuilder builder;
  private final CloudServiceClient client;
  private final TokenProvider provider;
  private final CloudServiceClient account;
  private @Nullable Session session;

  private Connection(
      Settings settings,
      CallLog calls,
      HttpTransport network,
      CloudServiceClientBuilder builder,
      TokenProvider provider) {
    this.settings = settings;
    this.calls = calls;
    this.network = network;
    this.builder = builder;
    this.client = builder.build();
    this.provider = provider;
    this.account = client.withTokenProvider(provider);
  }

  /** Connects. Nothing is sent yet. */
  public static Connection open(Context context, Function<HttpTransport, TokenProvider> signIn) {
    Settings settings = context.settings();
    CloudServiceClientBuilder builder = CloudServiceClient.builder(settings.endpoint());
    CallLog calls = new CallLog(context.folders().calls(), context.terminal().clock());
    HttpTransport network = network(settings);
    try {
      settings.timeout().ifPresent(builder::timeout);
      Timer timer = context.terminal().timer();
      if (timer != null) {
        builder.timer(timer);
      }
      builder.transport(network).appInfo("cloudservice-cli/" + Version.number()).listener(calls);
      return new Connection(settings, calls, network, builder, signIn.apply(network));
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static HttpTransport network(Settings settings) {
    HttpTransportBuilder network = HttpTransport.jdk();
    Optional<Path> authorities = settings.file(Setting.CA_FILE);
    if (authorities.isPresent()) {
      network.trust(TrustSettings.system().withTrustAnchors(authorities.get()));
    }
    settings.find(Setting.PROXY).ifPresent(text -> network.proxy(proxy(settings, text)));
    return network.build();
  }

  private static ProxySettings proxy(Settings settings, String text) {
    if (text.equals("none")) {
      return ProxySettings.none();
    }
    if (text.equals("system")) {
      return ProxySettings.system();
    }
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw CommandException.usage("proxy is neither HOST:PORT, system nor none.");
    }
    ProxySettings proxy =
        ProxySettings.of(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    Optional<String> user = settings.find(Setting.PROXY_USER);
    return user.isEmpty()
        ? proxy
        : proxy.withCredentials(user.get(), settings.require(Setting.PROXY_PASSWORD));
  }

  /** Returns the client that acts for the account. */
  public CloudServiceClient client() {
    return account;
  }

  /** Returns the account as an entry of a portfolio, which has clients of its own. */
  public PortfolioEntry entry(String name, String siteId) {
    return PortfolioEntry.of(name, siteId, builder::build, provider);
  }

  /** Returns the token provider of the account. */
  public TokenProvider provider() {
    return provider;
  }

  /** Returns the session of the account, which is read once. */
  public Session session() {
    if (session == null) {
      session = account.session().get().execute();
    }
    return session;
  }

  /**
   * Returns the id of the account's site.
   *
   * @throws CommandException if it has none
   */
  public String siteId() {
    Site site = session().site();
    if (site == null) {
      throw new CommandException(
          ExitCode.SIGN_IN,
          "The account belongs to no site. Sign in with an account that an administrator has"
              + " added.");
    }
    return site.id();
  }

  /**
   * Compares the site of the account with the one that the settings name.
   *
   * @throws CommandException if it is another one
   */
  public void checkSite() {
    Optional<String> wanted = settings.find(Setting.SITE_ID);
    if (wanted.isPresent() && !wanted.get().equals(siteId())) {
      throw new CommandException(
          ExitCode.WRONG_SITE,
          "The account belongs to the site "
              + siteId()
              + ", but the command is for "
              + wanted.get()
              + ". Nothing was changed. Name the right site with --site, or sign in with an account"
              + " of that site.");
    }
  }

  @Override
  public void close() {
    client.close();
    if (provider instanceof AutoCloseable closeable) {
      closeQuietly(closeable);
    }
    network.close();
    calls.save();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // A token provider that cannot be closed has no effect on the result of the command.
    }
  }
}
