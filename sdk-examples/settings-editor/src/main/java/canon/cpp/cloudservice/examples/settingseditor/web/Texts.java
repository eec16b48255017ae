package canon.cpp.cloudservice.examples.settingseditor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The texts of the pages in one language, English or French. */
public final class Texts {
  private static final String FOLDER = "/canon/cpp/cloudservice/examples/settingseditor/";
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH, "Texts.properties");
  private static final Texts FRENCH = new Texts(Locale.FRENCH, "Texts_fr.properties");

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale, String file) {
    this.locale = locale;
    try (InputStream in = Texts.class.getResourceAsStream(FOLDER + file)) {
      this.bundle = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the texts in the first language of the browser that exists, otherwise in English. */
  public static Texts of(HttpServletRequest request) {
    for (Locale wanted : Collections.list(request.getLocales())) {
      if (wanted.getLanguage().equals("fr")) {
        return FRENCH;
      } else if (wanted.getLanguage().equals("en")) {
        return ENGLISH;
      }
    }
    return ENGLISH;
  }

  public Locale locale() {
    return locale;
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** Returns a text, with its numbered places filled in. */
  public String get(String key, Object... values) {
    String text = bundle.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** Returns a time for the reader. The server does not know the time zone of the browser. */
  public String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC)
            .format(instant)
        + " UTC";
  }
}
