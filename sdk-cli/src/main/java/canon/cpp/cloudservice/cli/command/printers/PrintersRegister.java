package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Registers a printer with the proof that it gave. */
@Command(
    header = "Register a printer with the proof file that the printer gave.",
    description =
        "Series and serial number are in the proof file; they are never typed. A printer is"
            + " normally registered in its own Settings Editor.")
public final class PrintersRegister extends CloudCommand {
  @Option(
      names = "--proof-file",
      required = true,
      paramLabel = "FILE",
      description = "JSON with series, serialNumber and proof; only you may be able to read it.")
  private Path proof = Path.of("");

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The display name of the printer.")
  private String name = "";

  @Option(
      names = "--transfer",
      description = "Move the printer to this site if it is registered at another one.")
  private boolean transfer;

  /** Creates the command. */
  public PrintersRegister(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = context().connect()) {
      RegisterPrinter register =
          connection.client().printers().register(ProofFile.read(proof), name);
      RegisteredPrinter registered =
          (transfer ? register.transferFromOtherSite() : register).execute();
      terminal().tell("The printer is " + registered.result().id() + ".");
      context().printOne(Columns.printers(), registered.printer());
    }
    return ExitCode.OK;
  }
}
