package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.internal.file.OwnerOnly;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plan files of format version 1: {@code docs/plans.md} describes it. */
public final class PlanFile {
  static final long VERSION = 1;

  private PlanFile() {}

  /** Reads a plan and checks its digest. */
  public static MembershipPlan read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return PlanReader.read(in, file);
    } catch (IOException e) {
      throw unusable("read", file, e);
    }
  }

  /** Replaces the file in one step, so that a crash leaves no half of a plan. */
  static void write(PlanData plan, Path file) {
    try {
      OwnerOnly.replace(file, out -> PlanWriter.write(plan, out));
    } catch (IOException e) {
      throw unusable("written", file, e);
    }
  }

  private static PlanException unusable(String what, Path file, IOException e) {
    return new PlanException(
        PlanProblem.FILE_UNUSABLE,
        "The plan " + file + " cannot be " + what + ": " + e.getClass().getSimpleName(),
        e);
  }
}
