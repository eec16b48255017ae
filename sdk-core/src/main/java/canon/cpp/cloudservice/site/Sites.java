package canon.cpp.cloudservice.site;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * The administrator's site.
 *
 * <pre>{@code
 * Site site = client.site().get().execute();
 * }</pre>
 *
 * <p>This library implements the interface and may add methods to it.
 */
@CheckReturnValue
public interface Sites {

  /**
   * Reads the site.
   *
   * @return a call
   */
  Call<Site> get();
}
