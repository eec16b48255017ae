package canon.cpp.cloudservice.examples.settingseditor.web;

import canon.cpp.cloudservice.examples.settingseditor.account.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows.
 *
 * @param texts the texts in the language of the user
 * @param csrf the token for the forms
 * @param signedIn the administrator of the HTTP session, or null
 * @param notices what was done last
 * @param unsettled whether the outcome of the last change is unknown
 */
public record View(
    Texts texts,
    String csrf,
    @Nullable SignedIn signedIn,
    List<Notice> notices,
    boolean unsettled) {

  /** Returns a text, with its numbered places filled in. */
  public String text(String key, Object... values) {
    return texts.get(key, values);
  }

  /** Returns Invited or Active, as the guides say; another state as the service names it. */
  public String state(String id) {
    return known("state.", id);
  }

  /** Returns whether there is a licence, in words. */
  public String licence(String id) {
    return known("licence.", id);
  }

  public String yesNo(boolean answer) {
    return text(answer ? "yes" : "no");
  }

  /** Sets are open: the service may add values that this program has no word for. */
  private String known(String prefix, String id) {
    return texts.has(prefix + id) ? text(prefix + id) : id;
  }
}
