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
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Everything about reading a list but its options, which are the subclasses'. */
public abstract class ListCall<T> implements PagedCall<T> {
  private final OperationExecutor caller;
  private final PageRequest request;
  private final Function<JsonObject, T> itemReader;

  protected ListCall(
      OperationExecutor caller, PageRequest request, Function<JsonObject, T> itemReader) {
    this.caller = caller;
    this.request = request;
    this.itemReader = itemReader;
  }

  /** The list operation with its filters, without paging. */
  protected abstract OperationBuilder draft();

  protected final OperationExecutor caller() {
    return caller;
  }

  protected final PageRequest request() {
    return request;
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
    return new FlowPublisher<>(this, caller.executor());
  }

  /** The token that reading begins behind. */
  final @Nullable PageToken start() {
    return request.from();
  }

  /** One page; {@code check} may reject it with {@link MalformedJsonException}. */
  final ReadCall<Page<T>> page(
      @Nullable PageToken from, @Nullable PagingProgress progress, Consumer<Page<T>> check) {
    CallOptions options = request.options();
    if (progress != null) {
      options = options.withProgress(progress);
    }
    PageRequest wanted = from == null ? request : request.startingFrom(from);
    Operation<Page<T>> operation =
        wanted
            .addTo(draft())
            .answering(
                json -> {
                  Page<T> page = toPage(json);
                  check.accept(page);
                  return page;
                });
    return new ReadCall<>(caller, operation, options);
  }

  private Page<T> toPage(JsonObject json) {
    String next = json.optionalString("nextPageToken");
    return new Page<>(json.objects("items", itemReader), next == null ? null : PageToken.of(next));
  }
}
