package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;

/** One run of an ESME, over all its sessions; on their event loop only. */
final class Submitting {
  private final int run;
  private final Pace.Course course;
  private final Latencies answers;
  private int serial;
  private int accepted;
  private int refused;

  Submitting(int run, Pace.Course course, Latencies answers) {
    this.run = run;
    this.course = course;
    this.answers = answers;
  }

  boolean isDue() {
    return !isOver() && serial < course.due();
  }

  boolean isOver() {
    return course.isOver();
  }

  Stamp next() {
    return Stamp.now(run, serial++);
  }

  void answered(int status, long nanos) {
    answers.add(nanos);
    if (status == 0) {
      accepted++;
    } else {
      refused++;
    }
  }

  Sent sent() {
    return new Sent(accepted, refused, course.since(), Times.of(answers));
  }
}
