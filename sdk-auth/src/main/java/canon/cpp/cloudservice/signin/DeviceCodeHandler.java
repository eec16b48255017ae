package canon.cpp.cloudservice.signin;

/**
 * Shows a device code to the person who signs in.
 *
 * <pre>{@code
 * DeviceCodeHandler console = code -> System.out.println(code.message());
 * }</pre>
 */
@FunctionalInterface
public interface DeviceCodeHandler {

  /**
   * Shows the code, and returns at once: the sign-in waits for the person while the code is shown.
   *
   * @param code what to show; what it throws ends the sign-in
   */
  void show(DeviceCode code);
}
