package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.command.account.Activate;
import canon.cpp.cloudservice.cli.command.account.SignIn;
import canon.cpp.cloudservice.cli.command.account.SignOut;
import canon.cpp.cloudservice.cli.command.account.WhoAmI;
import canon.cpp.cloudservice.cli.command.administrators.AdministratorsAdd;
import canon.cpp.cloudservice.cli.command.administrators.AdministratorsList;
import canon.cpp.cloudservice.cli.command.administrators.AdministratorsShow;
import canon.cpp.cloudservice.cli.command.administrators.AdministratorsWatch;
import canon.cpp.cloudservice.cli.command.bulk.ImportCommand;
import canon.cpp.cloudservice.cli.command.bulk.JobKind;
import canon.cpp.cloudservice.cli.command.bulk.RemoveCommand;
import canon.cpp.cloudservice.cli.command.bulk.RemovedLists;
import canon.cpp.cloudservice.cli.command.plan.ApplyCommand;
import canon.cpp.cloudservice.cli.command.plan.DiffCommand;
import canon.cpp.cloudservice.cli.command.plan.PlanCommand;
import canon.cpp.cloudservice.cli.command.plan.SnapshotCommand;
import canon.cpp.cloudservice.cli.command.portfolio.PortfolioCheck;
import canon.cpp.cloudservice.cli.command.portfolio.PortfolioImport;
import canon.cpp.cloudservice.cli.command.printers.PrintersList;
import canon.cpp.cloudservice.cli.command.printers.PrintersReadiness;
import canon.cpp.cloudservice.cli.command.printers.PrintersRegister;
import canon.cpp.cloudservice.cli.command.printers.PrintersShow;
import canon.cpp.cloudservice.cli.command.printers.PrintersWatch;
import canon.cpp.cloudservice.cli.command.support.Completion;
import canon.cpp.cloudservice.cli.command.support.Diagnose;
import canon.cpp.cloudservice.cli.command.support.Portal;
import canon.cpp.cloudservice.cli.command.support.SupportBundle;
import canon.cpp.cloudservice.cli.command.users.Resolve;
import canon.cpp.cloudservice.cli.command.users.UsersAdd;
import canon.cpp.cloudservice.cli.command.users.UsersList;
import canon.cpp.cloudservice.cli.command.users.UsersShow;
import canon.cpp.cloudservice.cli.command.users.UsersWatch;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import canon.cpp.cloudservice.testing.internal.standalone.FakeServerMain;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Assembles the commands. */
public final class Commands {
  private Commands() {}

  /** Runs a command line, and returns the exit code. */
  public static int run(Terminal terminal, String... arguments) {
    Root root = new Root();
    ErrorHandlers errors = new ErrorHandlers(terminal, root.options());
    try {
      int code = create(terminal, root, errors).execute(arguments);
      terminal.out().flush();
      return code;
    } catch (RuntimeException e) {
      return errors.failed(e); // The output could not be flushed, or help could not be printed.
    }
  }

  /** Returns the command line of a terminal. */
  public static CommandLine create(Terminal terminal) {
    Root root = new Root();
    return create(terminal, root, new ErrorHandlers(terminal, root.options()));
  }

  private static CommandLine create(Terminal terminal, Root root, ErrorHandlers errors) {
    Context context = new Context(terminal, root.options());
    CommandLine all = new CommandLine(root);
    all.addSubcommand("sign-in", new SignIn(context));
    all.addSubcommand("sign-out", new SignOut(context));
    all.addSubcommand("whoami", new WhoAmI(context));
    users(group(all, "users", "Cloud service users."), context);
    administrators(group(all, "administrators", "Cloud service administrators."), context);
    printers(group(all, "printers", "Registered printers."), context);
    all.addSubcommand("resolve", new Resolve(context));
    all.addSubcommand("readiness", new PrintersReadiness(context));
    all.addSubcommand("plan", new PlanCommand(context));
    all.addSubcommand("apply", new ApplyCommand(context));
    all.addSubcommand("snapshot", new SnapshotCommand(context));
    all.addSubcommand("diff", new DiffCommand(context));
    CommandLine portfolio = group(all, "portfolio", "All sites of the configuration file.");
    portfolio.addSubcommand("check", new PortfolioCheck(context));
    portfolio.addSubcommand("import", new PortfolioImport(context));
    all.addSubcommand("activate", new Activate(context));
    all.addSubcommand("diagnose", new Diagnose(context));
    all.addSubcommand("portal", new Portal(context));
    all.addSubcommand("support-bundle", new SupportBundle(context));
    all.addSubcommand("completion", new Completion(context));
    CommandLine fake = FakeServerMain.commandLine();
    all.addSubcommand("fake", fake);
    all.setOut(writer(terminal.out()));
    all.setErr(writer(terminal.err()));
    all.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    all.setCaseInsensitiveEnumValuesAllowed(true);
    errors.install(all, fake);
    return all;
  }

  /** Help is ASCII, so that every locale can show it. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static CommandLine group(CommandLine all, String name, String header) {
    CommandLine group = new CommandLine(new Group());
    group.getCommandSpec().usageMessage().header(header);
    all.addSubcommand(name, group);
    return group;
  }

  private static void users(CommandLine users, Context context) {
    users.addSubcommand("list", new UsersList(context));
    users.addSubcommand("show", new UsersShow(context));
    users.addSubcommand("add", new UsersAdd(context));
    users.addSubcommand("watch", new UsersWatch(context));
    users.addSubcommand("import", new ImportCommand(context, JobKind.USERS));
    RemovedLists lists = new RemovedLists();
    CommandLine remove = new CommandLine(new RemoveCommand(context, JobKind.USERS, lists));
    remove.addMixin("lists", lists);
    users.addSubcommand("remove", remove);
    users.addSubcommand(
        "export", new ExportCommand<>(context, client -> client.users().list(), Columns.users()));
  }

  private static void administrators(CommandLine administrators, Context context) {
    administrators.addSubcommand("list", new AdministratorsList(context));
    administrators.addSubcommand("show", new AdministratorsShow(context));
    administrators.addSubcommand("add", new AdministratorsAdd(context));
    administrators.addSubcommand("watch", new AdministratorsWatch(context));
    administrators.addSubcommand("import", new ImportCommand(context, JobKind.ADMINISTRATORS));
    administrators.addSubcommand("remove", remove(context, JobKind.ADMINISTRATORS));
    administrators.addSubcommand(
        "export",
        new ExportCommand<>(
            context, client -> client.administrators().list(), Columns.administrators()));
  }

  private static void printers(CommandLine printers, Context context) {
    printers.addSubcommand("list", new PrintersList(context));
    printers.addSubcommand("show", new PrintersShow(context));
    printers.addSubcommand("register", new PrintersRegister(context));
    printers.addSubcommand("watch", new PrintersWatch(context));
    printers.addSubcommand("remove", remove(context, JobKind.PRINTERS));
    printers.addSubcommand(
        "export",
        new ExportCommand<>(context, client -> client.printers().list(), Columns.printers()));
  }

  private static RemoveCommand remove(Context context, JobKind kind) {
    return new RemoveCommand(context, kind, new RemovedLists());
  }
}
