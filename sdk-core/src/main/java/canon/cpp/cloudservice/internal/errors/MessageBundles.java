package canon.cpp.cloudservice.internal.errors;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The sentences of {@code ErrorMessages}. They are read here, not by {@link
 * ResourceBundle#getBundle(String)}: that falls back to the language of the machine, and a system
 * property can change the encoding in which it reads.
 */
public final class MessageBundles {
  private MessageBundles() {}

  /** Returns the sentences in French for a French locale, otherwise in English. */
  public static ResourceBundle of(Locale locale) {
    return locale.getLanguage().equals(Locale.FRENCH.getLanguage())
        ? French.BUNDLE
        : English.BUNDLE;
  }

  private static ResourceBundle read(String name) {
    String path = "/canon/cpp/cloudservice/errors/" + name;
    try (InputStream in = MessageBundles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            path + " is missing. Keep the resources of sdk-core when you repackage its jar.");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when the first sentence is needed. */
  private static final class English {
    static final ResourceBundle BUNDLE = read("ErrorMessages.properties");
  }

  /** Read when the first French sentence is needed. */
  private static final class French {
    static final ResourceBundle BUNDLE = read("ErrorMessages_fr.properties");
  }
}
