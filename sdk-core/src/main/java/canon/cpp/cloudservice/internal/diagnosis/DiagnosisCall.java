package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.ConfigurableCall;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Identity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A diagnosis as a call. It fails only if it is interrupted, cancelled or the client is closed. */
public final class DiagnosisCall<T> extends ConfigurableCall<T, Call<T>> {
  private final ClientContext client;
  private final Identity identity;
  private final Function<DiagnosisRun, T> reader;

  private DiagnosisCall(
      ClientContext client,
      Identity identity,
      CallOptions options,
      Function<DiagnosisRun, T> reader) {
    super(options);
    this.client = client;
    this.identity = identity;
    this.reader = reader;
  }

  public static Call<Diagnosis> of(ClientContext client, Identity identity) {
    return new DiagnosisCall<>(client, identity, CallOptions.NONE, DiagnosisRun::diagnosis);
  }

  @Override
  protected Call<T> with(CallOptions changed) {
    return new DiagnosisCall<>(client, identity, changed, reader);
  }

  @Override
  public Call<Response<T>> withResponse() {
    return new DiagnosisCall<>(client, identity, options(), run -> run.response(reader.apply(run)));
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
    client.lifecycle().checkOpen();
    DiagnosisRun run = new DiagnosisRun(client, identity, options(), executor);
    return new DiagnosisDriver<>(client, run, reader, executor);
  }

  /** Returns the operation name that listeners receive. */
  @Override
  public String toString() {
    return "diagnose";
  }
}
