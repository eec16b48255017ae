package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.InvalidEmailAddressException;
import canon.cpp.cloudservice.internal.errors.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that an application can show to its user when a call failed, in English and French.
 *
 * <pre>{@code
 * } catch (CloudServiceException e) {
 *   log.warn("The user was not added.", e);
 *   page.show(ErrorMessages.forUser(e, locale));
 * }
 * }</pre>
 *
 * <p>A sentence depends on the type of the exception and on its code, kind or reason only. It
 * contains nothing that was received and nothing that the user entered. It is plain text: a page
 * escapes it as any other text.
 *
 * <p>A host changes sentences, or adds a language, with a resource bundle of its own. The keys, in
 * the order in which they are looked up:
 *
 * <table>
 * <caption>Keys of the sentences</caption>
 * <tr><th>key</th><th>for</th></tr>
 * <tr><td>{@code code.last-administrator}</td><td>a rejection with this {@link ProblemCode}; the
 *     code {@code rate-limited} also for an {@link UnavailableException} after a status 429</td></tr>
 * <tr><td>{@code reason.CONSENT}</td><td>a sign-in that is required for this {@link SignInReason}
 *     </td></tr>
 * <tr><td>{@code kind.CLOCK_SKEW}</td><td>an {@link AuthenticationException} of this {@link
 *     AuthenticationErrorKind}</td></tr>
 * <tr><td>{@code exception.ConflictException}</td><td>the type of the exception, then {@code
 *     exception.CloudServiceException}</td></tr>
 * <tr><td>{@code outcome.UNKNOWN}</td><td>a second sentence, if a change may have taken effect
 *     ({@link Outcome#UNKNOWN})</td></tr>
 * </table>
 */
public final class ErrorMessages {
  private static final int TOO_MANY_REQUESTS = 429;

  private ErrorMessages() {}

  /**
   * Returns what an application can show to its user.
   *
   * @param failure what a call threw. The cause is used for a {@link CompletionException} and an
   *     {@link ExecutionException}; the general sentence for an exception of another library
   * @param locale the language of the user; English is used for all languages but French
   * @return one or two sentences, never empty
   */
  public static String forUser(Throwable failure, Locale locale) {
    requireNonNull(failure, "failure");
    requireNonNull(locale, "locale");
    return text(failure, null, MessageBundles.of(locale));
  }

  /**
   * Returns what an application can show to its user, with the host's own sentences.
   *
   * <pre>{@code
   * ResourceBundle ours = ResourceBundle.getBundle("com.contoso.editor.CloudErrors", locale);
   * page.show(ErrorMessages.forUser(e, locale, ours));
   * }</pre>
   *
   * @param failure what a call threw, as in {@link #forUser(Throwable, Locale)}
   * @param locale the language of the user, for the sentences that the host does not have
   * @param overrides the host's sentences, under the keys above. A key that is missing there has
   *     the sentence of this library
   * @return one or two sentences
   */
  public static String forUser(Throwable failure, Locale locale, ResourceBundle overrides) {
    requireNonNull(failure, "failure");
    requireNonNull(locale, "locale");
    requireNonNull(overrides, "overrides");
    return text(failure, overrides, MessageBundles.of(locale));
  }

  /**
   * Returns what an application can show to its user for a rejection without an exception, such as
   * {@link Settled#rejection()}.
   *
   * @param code the code of the rejection
   * @param locale the language of the user
   * @return one or two sentences; the general one of a rejection for an unknown code
   */
  public static String forCode(ProblemCode code, Locale locale) {
    requireNonNull(code, "code");
    requireNonNull(locale, "locale");
    return sentence(
        List.of("code." + code.id(), "exception.RejectedException"),
        null,
        MessageBundles.of(locale));
  }

  private static String text(
      Throwable thrown, @Nullable ResourceBundle overrides, ResourceBundle bundle) {
    Throwable failure = unwrapped(thrown);
    String sentence = sentence(keys(failure), overrides, bundle);
    boolean unknown =
        failure instanceof CloudServiceException e
            && e.outcome() == Outcome.UNKNOWN
            && e.idempotencyKey().isPresent();
    return unknown
        ? sentence + " " + sentence(List.of("outcome.UNKNOWN"), overrides, bundle)
        : sentence;
  }

  private static String sentence(
      List<String> keys, @Nullable ResourceBundle overrides, ResourceBundle bundle) {
    for (String key : keys) {
      if (overrides != null && overrides.containsKey(key)) {
        return overrides.getString(key);
      }
      if (bundle.containsKey(key)) {
        return bundle.getString(key);
      }
    }
    return bundle.getString("exception.CloudServiceException");
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable failure = thrown;
    while (failure instanceof CompletionException || failure instanceof ExecutionException) {
      if (failure.getCause() == null) {
        return failure;
      }
      failure = failure.getCause();
    }
    return failure;
  }

  private static List<String> keys(Throwable failure) {
    List<String> keys = new ArrayList<>();
    if (failure instanceof RejectedException rejected) {
      keys.add("code." + rejected.code().id());
    } else if (failure instanceof AuthenticationException authentication) {
      authentication.reason().ifPresent(reason -> keys.add("reason." + reason.name()));
      keys.add("kind." + authentication.kind().name());
    } else if (failure instanceof UnavailableException unavailable && isThrottled(unavailable)) {
      keys.add("code." + ProblemCode.Id.RATE_LIMITED);
    }
    keys.add("exception." + typeOf(failure));
    if (failure instanceof RejectedException) {
      keys.add("exception.RejectedException");
    }
    keys.add("exception.CloudServiceException");
    return keys;
  }

  private static boolean isThrottled(UnavailableException failure) {
    List<Attempt> attempts = failure.attempts();
    if (attempts.isEmpty()) {
      return false;
    }
    Integer status = attempts.get(attempts.size() - 1).status();
    return status != null && status == TOO_MANY_REQUESTS;
  }

  /** Returns the name of the type as a literal, because tools for Android rename classes. */
  private static String typeOf(Throwable failure) {
    if (failure instanceof InvalidRequestException) {
      return "InvalidRequestException";
    } else if (failure instanceof UnauthenticatedException) {
      return "UnauthenticatedException";
    } else if (failure instanceof PermissionDeniedException) {
      return "PermissionDeniedException";
    } else if (failure instanceof NotFoundException) {
      return "NotFoundException";
    } else if (failure instanceof ConflictException) {
      return "ConflictException";
    } else if (failure instanceof RejectedException) {
      return "RejectedException";
    } else if (failure instanceof UnavailableException) {
      return "UnavailableException";
    } else if (failure instanceof DeadlineException) {
      return "DeadlineException";
    } else if (failure instanceof InterruptedCallException) {
      return "InterruptedCallException";
    } else if (failure instanceof MalformedResponseException) {
      return "MalformedResponseException";
    } else if (failure instanceof AuthenticationException) {
      return "AuthenticationException";
    } else if (failure instanceof InvalidEmailAddressException) {
      return "InvalidEmailAddressException";
    }
    return "CloudServiceException";
  }
}
