package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Identity;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A diagnosis as a call. It fails only if it is cancelled, interrupted, or the client is closed.
 */
public final class DiagnosisCall<T> implements Call<T> {
  private final ClientContext client;
  private final Identity identity;
  private final CallOptions options;
  private final Function<DiagnosisRun, T> reader;

  private DiagnosisCall(
      ClientContext client,
      Identity identity,
      CallOptions options,
      Function<DiagnosisRun, T> reader) {
    this.client = client;
    this.identity = identity;
    this.options = options;
    this.reader = reader;
  }

  public static Call<Diagnosis> of(ClientContext client, Identity identity) {
    return new DiagnosisCall<>(client, identity, CallOptions.NONE, DiagnosisRun::diagnosis);
  }

  @Override
  public Call<T> timeout(Duration timeout) {
    return with(options.withTimeout(timeout));
  }

  @Override
  public Call<T> header(String name, String value) {
    return with(options.withHeader(name, value));
  }

  private Call<T> with(CallOptions other) {
    return new DiagnosisCall<>(client, identity, other, reader);
  }

  @Override
  public Call<Response<T>> withResponse() {
    return new DiagnosisCall<>(client, identity, options, run -> run.response(reader.apply(run)));
  }

  @Override
  public T execute() {
    return driver(Runnable::run).run();
  }

  @Override
  public CompletableFuture<T> executeAsync() {
    return driver(client.executor()).start();
  }

  private DiagnosisDriver<T> driver(Executor executor) {
    client.life().checkOpen();
    DiagnosisRun run = new DiagnosisRun(client, identity, options, executor);
    return new DiagnosisDriver<>(client, run, reader, executor);
  }

  /** Shows the name of the call as listeners receive it. */
  @Override
  public String toString() {
    return "diagnose";
  }
}
