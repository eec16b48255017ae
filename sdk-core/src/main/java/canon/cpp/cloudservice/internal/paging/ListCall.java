package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list. Subclasses add the filters.
 *
 * @param <T> the items
 * @param <L> the type that the options return
 */
public abstract class ListCall<T, L extends PagedCall<T>> implements PagedCall<T> {
  private final OperationExecutor executor;
  private final PageRequest request;
  private final Function<JsonObject, T> itemReader;

  protected ListCall(
      OperationExecutor executor, PageRequest request, Function<JsonObject, T> itemReader) {
    this.executor = executor;
    this.request = request;
    this.itemReader = itemReader;
  }

  /** Returns the list operation with its filters, without the parameters of paging. */
  protected abstract OperationBuilder operation();

  /** Returns the same list, read in another way. */
  protected abstract L with(PageRequest changed);

  protected final OperationExecutor executor() {
    return executor;
  }

  protected final PageRequest request() {
    return request;
  }

  @Override
  public final L pageSize(int size) {
    return with(request.withSize(size));
  }

  @Override
  public final L startingFrom(PageToken token) {
    return with(request.startingFrom(token));
  }

  @Override
  public final L timeoutPerPage(Duration timeout) {
    return with(request.withTimeout(timeout));
  }

  @Override
  public final L header(String name, String value) {
    return with(request.withHeader(name, value));
  }

  @Override
  public final L prefetch() {
    return with(request.withPrefetch());
  }

  @Override
  public final Call<Page<T>> page() {
    return page(request.from(), null, page -> {});
  }

  @Override
  public final Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(this);
  }

  @Override
  public final Iterator<T> iterator() {
    return new ItemIterator<>(new PageIterator<>(this));
  }

  @Override
  public final Stream<T> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
  }

  @Override
  public final Flow.Publisher<T> publisher() {
    return new FlowPublisher<>(this, executor.executor());
  }

  /** Returns the token of the first page to read; null for the start of the list. */
  final @Nullable PageToken start() {
    return request.from();
  }

  /** Returns whether the next page is requested while the current one is handled. */
  final boolean prefetches() {
    return request.prefetch();
  }

  /**
   * Returns the call for a page; {@code check} may reject it with {@link MalformedJsonException}.
   */
  final Call<Page<T>> page(
      @Nullable PageToken from, @Nullable PagingProgress progress, Consumer<Page<T>> check) {
    CallOptions options = request.options();
    if (progress != null) {
      options = options.withProgress(progress);
    }
    PageRequest paging = from == null ? request : request.startingFrom(from);
    Operation<Page<T>> operation =
        paging
            .addTo(operation())
            .reading(
                json -> {
                  Page<T> page = toPage(json);
                  check.accept(page);
                  return page;
                });
    return new ReadCall<>(executor, operation, options);
  }

  private Page<T> toPage(JsonObject json) {
    List<T> items = json.objects("items", itemReader);
    String next = json.optionalString("nextPageToken");
    return new Page<>(items, next == null ? null : PageToken.of(next));
  }
}
