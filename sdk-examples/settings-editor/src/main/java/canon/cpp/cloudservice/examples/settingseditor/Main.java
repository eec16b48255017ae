package canon.cpp.cloudservice.examples.settingseditor;

import canon.cpp.cloudservice.examples.settingseditor.account.ConfiguredApps;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkStore;
import canon.cpp.cloudservice.examples.settingseditor.printer.ConfiguredPrinter;
import canon.cpp.cloudservice.http.TrustSettings;
import java.nio.file.Path;
import java.util.Properties;

/** Starts the program with a configuration file, whose keys the guide lists. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new IllegalArgumentException("Name one configuration file.");
    }
    Properties file = EditorConfig.read(Path.of(args[0]));
    EditorConfig config = EditorConfig.of(file);
    Connections connections =
        new Connections(
            config.serviceAddress(),
            TrustSettings.system(),
            new ConfiguredApps(file),
            NetworkStore.in(config.folder()));
    SettingsEditor editor = SettingsEditor.start(config, new ConfiguredPrinter(file), connections);
    Runtime.getRuntime().addShutdownHook(new Thread(editor::close));
  }
}
